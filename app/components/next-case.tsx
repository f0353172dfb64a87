import { Link } from '@remix-run/react'
import type { NextCaseView, UnderWayView } from './profile-views.ts'

/** What to play next and why, and what was begun and not finished. */
export function NextCase({ next, underWay }: { next: NextCaseView | null; underWay: UnderWayView | null }) {
  return (
    <section className="section next" aria-labelledby="next">
      <h2 id="next" className="vh">
        What to play next
      </h2>
      {underWay !== null && (
        <div className="next-case">
          <div>
            <p className="kicker">Under way</p>
            <h3>{underWay.title}</h3>
            <p className="note">What you have decided in it counts already.</p>
          </div>
          <Link className="button quiet" to={`/attempts/${underWay.attempt}`}>
            {underWay.decided === 0 ? 'Go on from the first scene' : `Go on after decision ${underWay.decided}`}
          </Link>
        </div>
      )}
      {next !== null && (
        <div className="next-case">
          <div>
            <p className="kicker">Suggested next · about {next.minutes} minutes</p>
            <h3>{next.title}</h3>
            <p className="note">{next.reason}</p>
          </div>
          <Link className="button" to={`/cases/${next.slug}`}>
            Open the case
          </Link>
        </div>
      )}
      {next === null && underWay === null && (
        <p className="note">No case is left that would tell anything new: each decision in them has been met before.</p>
      )}
    </section>
  )
}
