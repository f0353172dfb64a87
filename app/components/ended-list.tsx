import { Link } from '@remix-run/react'
import { dayText } from './day-text.ts'
import type { EndedCard } from './home-views.ts'

/** More than this many are folded away. */
const SHOWN = 5

/** Attempts that have ended, the newest first, each with the way to its debrief. */
export function EndedList({ ended }: { ended: Array<EndedCard> }) {
  const more = ended.slice(SHOWN)
  return (
    <>
      <Rows ended={ended.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details className="more-of">
          <summary>{more.length} earlier</summary>
          <Rows ended={more} />
        </details>
      )}
    </>
  )
}

function Rows({ ended }: { ended: Array<EndedCard> }) {
  return (
    <ul className="ended">
      {ended.map(({ attempt, title, language, ending, endedOn, questions }) => (
        <li key={attempt}>
          <div lang={language}>
            <h3>{title}</h3>
            <p className="note">{ending}</p>
          </div>
          <p className="small num">{dayText(endedOn)}</p>
          {questions === 0 ? (
            <Link className="link" to={`/attempts/${attempt}/debrief`}>
              Open the debrief<span className="vh"> of {title}</span>
            </Link>
          ) : (
            <Link className="link" to={`/attempts/${attempt}`}>
              {questions === 1 ? 'Answer one question' : `Answer ${questions} questions`}, then the debrief opens
              <span className="vh"> for {title}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
