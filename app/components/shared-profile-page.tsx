import { Link } from '@remix-run/react'
import type { SharedProfileView } from './cohort-views.ts'
import { EstimateScale } from './estimate-scale.tsx'
import { Section } from './section.tsx'

/** A learner's estimates, as far as they share them with their instructors. */
export function SharedProfilePage({ view: { cohort, name, headline, dimensions } }: { view: SharedProfileView }) {
  return (
    <>
      <header className="page-head">
        <p className="kicker">{cohort.name} · shared with its instructors</p>
        <h1 id="scene" tabIndex={-1}>
          {name}
        </h1>
        <p className="prose">What they read of themselves: {headline}</p>
      </header>
      <Section
        id="estimates"
        title="Two estimates"
        note="They describe choices in written scenarios, and are for talking about what to practise. They must not be used to select or promote anyone. The learner can take this back at any time."
      >
        <div className="dims two">
          {(['execution', 'influence'] as const).map((dimension) => {
            const estimate = dimensions[dimension]
            return (
              <div key={dimension}>
                <div className="dim-head">
                  <h3 className={dimension}>{dimension === 'execution' ? 'Execution' : 'Influence'}</h3>
                  <p className={estimate.isClaimed ? 'claim sure' : 'claim'}>{estimate.claim}</p>
                </div>
                <p className="small">{estimate.evidence}</p>
                <EstimateScale dimension={dimension} estimate={estimate} isClaimed={estimate.isClaimed} cuts={null} />
              </div>
            )
          })}
        </div>
      </Section>
      <p className="send onward">
        <Link className="link" to={`/teach/cohorts/${cohort.id}/people`}>
          Back to the people
        </Link>
      </p>
    </>
  )
}
