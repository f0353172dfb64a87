import { Link } from '@remix-run/react'

type Place = 'write' | 'versions' | 'playtest' | 'rate'

const PLACES: ReadonlyArray<{ place: Place; label: string; path: string }> = [
  { place: 'write', label: 'Text', path: '' },
  { place: 'versions', label: 'Versions', path: '/versions' },
  { place: 'playtest', label: 'Playtest', path: '/playtest' },
  { place: 'rate', label: 'Blind rating', path: '/rate' },
]

/** The pages of one case in the studio. */
export function StudioNav({ slug, here }: { slug: string; here: Place }) {
  return (
    <nav className="studio-nav" aria-label="This case">
      <ul>
        <li>
          <Link to="/teach/cases">All cases</Link>
        </li>
        {PLACES.map(({ place, label, path }) => (
          <li key={place}>
            <Link to={`/teach/cases/${slug}${path}`} aria-current={place === here ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
