import { Link } from '@remix-run/react'
import { caseLength } from './case-length.ts'
import { PageHead } from './page-head.tsx'
import type { CaseCard, Standing } from './views.ts'

type CaseLibraryProps = { cases: Array<{ card: CaseCard; standing: Standing }> }

/** Every case that can be played, and where the reader stands with each. */
export function CaseLibrary({ cases }: CaseLibraryProps) {
  return (
    <>
      <PageHead title="Cases">
        <p className="note">
          {cases.length === 0
            ? 'There is no case here yet. One appears as soon as it has been checked and published.'
            : 'Each takes one sitting. You can stop at any decision and go on later.'}
        </p>
      </PageHead>
      <ul className="library">
        {cases.map(({ card, standing }) => (
          <li key={card.slug}>
            <div>
              <p className="kicker">{card.level}</p>
              <h2>
                <Link to={`/cases/${card.slug}`}>{card.title}</Link>
              </h2>
              <p className="summary">{card.summary}</p>
            </div>
            <dl className="facts">
              <div>
                <dt>You are</dt>
                <dd>{card.role}</dd>
              </div>
              <div>
                <dt>It takes</dt>
                <dd className="num">{caseLength(card)}</dd>
              </div>
              <StandingRow standing={standing} />
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}

function StandingRow({ standing: { underWay, ended } }: { standing: Standing }) {
  const last = ended.at(-1)
  if (underWay === null && last === undefined) return null
  return (
    <div>
      <dt>Where you stand</dt>
      <dd>
        {underWay !== null && (
          <Link className="link" to={`/attempts/${underWay.id}`}>
            {underWay.decided === 0 ? 'Go on from the first scene' : `Go on after decision ${underWay.decided}`}
          </Link>
        )}
        {last !== undefined && (
          <Link className="link" to={`/attempts/${last.id}/debrief`}>
            Debrief: {last.ending}
          </Link>
        )}
      </dd>
    </div>
  )
}
