import { Link } from '@remix-run/react'
import { CommitmentText } from './commitment-text.tsx'
import { CourseCard } from './course-card.tsx'
import { EndedList } from './ended-list.tsx'
import type { CommitmentCard, HomeView, UnderWayCard } from './home-views.ts'
import { LookBackForm } from './look-back-form.tsx'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import { ProfileSmall } from './profile-small.tsx'
import { Section } from './section.tsx'

/** What a learner comes back to: what asks, what is under way, what comes next, and what there is of the past. */
export function HomePage({ view }: { view: HomeView }) {
  return (
    <>
      <Notice text={view.notice} />
      <PageHead kicker="Home" title={view.headline} />
      {view.due.length > 0 && <Due due={view.due} />}
      <Play view={view} />
      {view.coming.length > 0 && <Coming coming={view.coming} />}
      <Section id="profile" title="Your profile in small" note={view.profile.headline}>
        <ProfileSmall profile={view.profile} />
      </Section>
      {view.lookedBack.length > 0 && <LookedBack lookedBack={view.lookedBack} />}
      {view.ended.length > 0 && (
        <Section id="ended" title="Cases you have finished">
          <EndedList ended={view.ended} />
        </Section>
      )}
      <p className="send onward">
        <Link className="link" to="/settings">
          {view.reminders.isOn ? 'Reminders by mail are on' : 'Reminders and settings'}
        </Link>
        <Link className="link" to="/join">
          Cohorts
        </Link>
        <Link className="link" to="/cases">
          All cases
        </Link>
      </p>
    </>
  )
}

function Due({ due }: { due: Array<CommitmentCard> }) {
  return (
    <Section
      id="due"
      title="Time to look back"
      note="You chose this day. A minute is enough; there is no wrong answer."
    >
      <ul className="plans">
        {due.map((commitment) => (
          <li key={commitment.attempt} className="due">
            <div>
              <From commitment={commitment} />
              <CommitmentText commitment={commitment} />
              <Link className="link" to={`/commitments/${commitment.attempt}`}>
                Change or delete it
              </Link>
            </div>
            <LookBackForm attempt={commitment.attempt} lookBack={commitment.lookBack} label="Keep this" />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Coming({ coming }: { coming: Array<CommitmentCard> }) {
  return (
    <Section id="coming" title="Plans still to come" note="Each comes back here on its day.">
      <ul className="plans">
        {coming.map((commitment) => (
          <li key={commitment.attempt}>
            <From commitment={commitment} />
            <CommitmentText commitment={commitment} />
            <p className="send">
              <Link className="link" to={`/commitments/${commitment.attempt}`}>
                Look back now
              </Link>
              <Link className="link" to={`/commitments/${commitment.attempt}#change`}>
                Change or delete it
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** More than this many are folded away. */
const SHOWN = 3

function LookedBack({ lookedBack }: { lookedBack: Array<CommitmentCard> }) {
  const more = lookedBack.slice(SHOWN)
  return (
    <Section id="looked-back" title="What you have tried">
      <LookedBackList commitments={lookedBack.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details className="more-of">
          <summary>{more.length} earlier</summary>
          <LookedBackList commitments={more} />
        </details>
      )}
    </Section>
  )
}

function LookedBackList({ commitments }: { commitments: Array<CommitmentCard> }) {
  return (
    <ul className="plans">
      {commitments.map((commitment) => (
        <li key={commitment.attempt}>
          <From commitment={commitment} />
          <CommitmentText commitment={commitment} />
          <p className="send">
            <Link className="link" to={`/commitments/${commitment.attempt}`}>
              Change your answer
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}

function From({ commitment: { title, language } }: { commitment: CommitmentCard }) {
  return (
    <h3 className="from">
      <span className="vh">A plan out of </span>
      <span lang={language}>{title}</span>
    </h3>
  )
}

function Play({ view: { underWay, next, course } }: { view: HomeView }) {
  const more = underWay.slice(SHOWN)
  return (
    <section className="section next" aria-labelledby="play">
      <h2 id="play" className="vh">
        Under way, and next
      </h2>
      {underWay.slice(0, SHOWN).map((attempt, place) => (
        <UnderWay key={attempt.attempt} attempt={attempt} isFirst={place === 0} />
      ))}
      {more.length > 0 && (
        <details className="more-of">
          <summary>{more.length} more under way</summary>
          {more.map((attempt) => (
            <UnderWay key={attempt.attempt} attempt={attempt} isFirst={false} />
          ))}
        </details>
      )}
      {course !== null && <CourseCard course={course} />}
      {next !== null && (
        <div className="next-case">
          <div>
            <p className="kicker">Suggested next · about {next.minutes} minutes</p>
            <h3>{next.title}</h3>
            <p className="note">{next.reason}</p>
          </div>
          <Link className={underWay.length > 0 ? 'button quiet' : 'button'} to={`/cases/${next.slug}`}>
            Open the case
          </Link>
        </div>
      )}
      {next === null && underWay.length === 0 && (
        <p className="note">No case is left that would tell anything new: each decision in them has been met before.</p>
      )}
    </section>
  )
}

function UnderWay({ attempt, isFirst }: { attempt: UnderWayCard; isFirst: boolean }) {
  return (
    <div className="next-case">
      <div>
        <p className="kicker">Under way · {attempt.ago}</p>
        <h3 lang={attempt.language}>{attempt.title}</h3>
        <p className="note">{attempt.stopped}</p>
      </div>
      <Link className={isFirst ? 'button' : 'button quiet'} to={`/attempts/${attempt.attempt}`}>
        {attempt.label}
        <span className="vh"> of {attempt.title}</span>
      </Link>
    </div>
  )
}
