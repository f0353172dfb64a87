import { Link } from '@remix-run/react'
import { EstimatePair } from './estimate-pair.tsx'
import type { HomeView } from './home-views.ts'

/** Both estimates with their intervals, and what can be said of them so far. */
export function ProfileSmall({ profile: { stage, dimensions } }: { profile: HomeView['profile'] }) {
  return (
    <>
      <EstimatePair dimensions={dimensions} />
      <p>
        <Link className="link" to="/profile">
          {stage === 'known' ? 'See the whole profile' : 'See what the profile will show'}
        </Link>
      </p>
    </>
  )
}
