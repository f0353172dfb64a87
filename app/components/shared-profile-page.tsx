import { Link } from '@remix-run/react'
import type { SharedProfileView } from './cohort-views.ts'
import { EstimatePair } from './estimate-pair.tsx'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'

/** A learner's estimates, as far as they share them with their instructors. */
export function SharedProfilePage({ view: { cohort, name, headline, dimensions } }: { view: SharedProfileView }) {
  return (
    <>
      <PageHead kicker={`${cohort.name} · shared with its instructors`} title={name}>
        <p className="prose">What they read of themselves: {headline}</p>
      </PageHead>
      <Section
        id="estimates"
        title="Two estimates"
        note="They describe choices in written scenarios, and are for talking about what to practise. They must not be used to select or promote anyone. The learner can take this back at any time."
      >
        <EstimatePair dimensions={dimensions} />
      </Section>
      <p className="send onward">
        <Link className="link" to={`/teach/cohorts/${cohort.id}/people`}>
          Back to the people
        </Link>
      </p>
    </>
  )
}
