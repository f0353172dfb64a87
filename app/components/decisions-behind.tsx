import { Link } from '@remix-run/react'
import type { CaseLinks } from './profile-views.ts'

/** The very decisions behind something said, case by case. `compact`: by their numbers alone. */
export function DecisionsBehind({ behind, compact }: { behind: ReadonlyArray<CaseLinks>; compact: boolean }) {
  return (
    <ul className={compact ? 'behind compact' : 'behind'}>
      {behind.map(({ attempt, title, language, links }) => (
        <li key={attempt}>
          <p lang={language}>{title}</p>
          <ol>
            {links.map(({ to, number, title: decision, isScene }) => (
              <li key={to}>
                <Link to={to}>
                  <span className="num">{number}</span>
                  <span className={compact ? 'vh' : undefined}>
                    {' '}
                    <span lang={language}>{decision}</span>
                    {isScene && ' (the scene; its debrief is not open yet)'}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  )
}
