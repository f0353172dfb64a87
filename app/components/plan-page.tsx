import { Link } from '@remix-run/react'
import { CompetencyOffers } from './competency-offers.tsx'
import { PageHead } from './page-head.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import type { MeantView, PlanView } from './plan-views.ts'
import { Section } from './section.tsx'

/** The one page with which a learner leaves a course: the form for it, or the plan as it was kept. */
export function PlanPage({ view }: { view: PlanView }) {
  const { slug, title, sheet, form, offers, basis, meant, moreMeant } = view
  return (
    <div className="plan">
      <PageHead
        kicker={`${title} · ${sheet === null ? 'plan' : `plan, written on $${sheet.writtenOn}`}`}
        title={form === null ? 'What I will decide' : 'One page about your own work'}
      >
        {form !== null && (
          <p className="prose">
            Choose two competencies from your profile. For each, name one real decision that you will take within the
            next fourteen days, and someone who will notice. Only you can read it.
          </p>
        )}
      </PageHead>
      {form !== null && (
        <Section
          id="offers"
          title="What your profile says"
          note={`${basis} Most exposed first: that is where your choices most probably fell short of what your role asks, so a decision there changes most. Something you are strong in, used where it is missing, is a good choice too.`}
        >
          <CompetencyOffers offers={offers} />
        </Section>
      )}
      <div className="plan-grid">
        {form === null && sheet !== null && <PlanSheet sheet={sheet} slug={slug} />}
        {form !== null && <PlanForm slug={slug} form={form} offers={offers} isKept={sheet !== null} />}
        <MeantSoFar meant={meant} more={moreMeant} />
      </div>
      <p className="send onward">
        <Link className="link" to={`/courses/${slug}`}>
          Back to the course
        </Link>
        <Link className="link" to="/profile">
          Your profile
        </Link>
      </p>
    </div>
  )
}

/** So many are shown at once; the others open, and on paper all of them do. */
const FIRST = 3

function MeantSoFar({ meant, more }: { meant: ReadonlyArray<MeantView>; more: number }) {
  const rest = meant.slice(FIRST)
  return (
    <section className="meant" aria-labelledby="meant">
      <h2 id="meant">What you meant to do so far</h2>
      {meant.length === 0 && (
        <p className="small">Nothing yet. Each debrief ends with one sentence of this kind; it will stand here.</p>
      )}
      <div className="meant-lists">
        <MeantList meant={meant.slice(0, FIRST)} />
        {rest.length > 0 && (
          <details className="more-of">
            <summary>{rest.length === 1 ? 'The one before' : `The ${rest.length} before`}</summary>
            <MeantList meant={rest} />
          </details>
        )}
      </div>
      {more > 0 && <p className="small">And {more} more before these.</p>}
    </section>
  )
}

function MeantList({ meant }: { meant: ReadonlyArray<MeantView> }) {
  return (
    <ul>
      {meant.map(({ attempt, title, when, will, dueOn }) => (
        <li key={attempt}>
          <p className="kicker">
            {title} · look back on {dueOn}
          </p>
          <p className="said">
            <b>If this happens</b> {when} <b>then I will</b> {will}
          </p>
        </li>
      ))}
    </ul>
  )
}
