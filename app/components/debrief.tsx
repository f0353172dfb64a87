import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { CaseMap } from './case-map.tsx'
import { CommitmentForm } from './commitment-form.tsx'
import { DebriefStepDetails } from './debrief-step.tsx'
import type { MapDrawings } from './map-layout.ts'
import { PageHead } from './page-head.tsx'
import { Pattern } from './pattern.tsx'
import { RatingKey } from './rating-marks.tsx'
import { Section } from './section.tsx'
import type { DebriefView } from './views.ts'

/** `hasCohort`: whether the learner is in a cohort that plays the case. */
type DebriefProps = { view: DebriefView; drawings: MapDrawings; hasCohort: boolean }

/** After the ending: the way, what it showed and why, and one thing to try. */
export function Debrief({ view, drawings, hasCohort }: DebriefProps) {
  return (
    <>
      <PageHead kicker={`${view.title} · debrief`} title={view.ending.title} language={view.language}>
        <CaseHtml html={view.ending.html} lang={view.language} />
      </PageHead>

      <Section id="way" title="Your way through the case" note={wayNote(view.steps.length)}>
        <CaseMap map={view.map} drawings={drawings} />
      </Section>

      {view.pattern.length > 0 && (
        <Section id="pattern" title="The pattern in it">
          <Pattern pattern={view.pattern} />
        </Section>
      )}

      <Section id="decisions" title="Decision by decision" note={DECISIONS_NOTE} extra={<RatingKey />}>
        <div className="steps">
          {view.steps.map((step) => (
            <DebriefStepDetails
              key={step.number}
              attempt={view.attempt}
              step={step}
              language={view.language}
              isOpen={step.number === 1}
            />
          ))}
        </div>
      </Section>

      {hasCohort && (
        <Section
          id="cohort"
          title="How your cohort chose"
          note="Without names, and only where ten or more have decided. It does not say what is best."
        >
          <p>
            <Link className="link" to={`/attempts/${view.attempt}/cohort`}>
              Compare each decision
            </Link>
          </p>
        </Section>
      )}

      {view.reflections.length > 0 && (
        <Section id="reflections" title="What you wrote before" note="Only you can read it.">
          <dl className="answers">
            {view.reflections.map(({ questionHtml, answer }) => (
              <div key={questionHtml}>
                <dt>
                  <CaseHtml className="ask" html={questionHtml} lang={view.language} />
                </dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}

      <Section
        id="plan"
        title="One thing to try before the next case"
        note="A plan with a place and a moment in it is likelier to happen than a good intention. Only you can read it."
      >
        <CommitmentForm
          action={`/attempts/${view.attempt}/debrief`}
          commitment={view.commitment}
          label={view.commitment.saved ? 'Keep the change' : 'Keep this plan'}
        />
      </Section>

      <p className="send onward">
        <Link className="link" to="/home">
          Home
        </Link>
        <Link className="link" to="/cases">
          All cases
        </Link>
        <Link className="link" to={`/cases/${view.slug}`}>
          Play this case again
        </Link>
      </p>
    </>
  )
}

function wayNote(decisions: number): string {
  const count = decisions === 1 ? 'One decision' : `${decisions} decisions`
  return `${count}, numbered as below. The thin lines are ways you did not take.`
}

const DECISIONS_NOTE = 'Open one to read why it is rated so, or to play on from there another way.'
