import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { ChoiceBars } from './choice-bars.tsx'
import type { ComparedDecision, ComparisonView } from './discussion-views.ts'
import { PageHead } from './page-head.tsx'
import { ReasonList } from './reason-list.tsx'
import { Section } from './section.tsx'

/** How a learner's cohort chose where they did: after their own debrief, never before. */
export function ComparisonPage({ view }: { view: ComparisonView }) {
  return (
    <>
      <PageHead kicker="Your cohort" title={`How others chose in ${view.title}`} language={view.language}>
        <p className="prose">
          What many chose is not what is best. It is worth a thought where you stand alone, and where everyone went
          along.
        </p>
      </PageHead>
      {view.cohorts.map(({ id, name, withheld, learners, decisions }) => (
        <Section
          key={id}
          id={`cohort-${id}`}
          title={name}
          note={withheld ?? `${learners} have ended the case. The whisker below each bar is its 90% interval.`}
        >
          {decisions.map((decision) => (
            <Compared key={decision.id} decision={decision} language={view.language} />
          ))}
        </Section>
      ))}
      <p className="send onward">
        <Link className="link" to={`/attempts/${view.attempt}/debrief`}>
          Back to your debrief
        </Link>
      </p>
    </>
  )
}

function Compared({ decision, language }: { decision: ComparedDecision; language: string }) {
  const { number, title, questionHtml, isShown, options } = decision
  return (
    <section className="compared" aria-labelledby={`compared-${number}`}>
      <h3 id={`compared-${number}`} lang={language}>
        {number} {title}
      </h3>
      <CaseHtml className="small asked" html={questionHtml} lang={language} />
      {isShown ? (
        <ul className="items">
          {options.map(({ id, html, isOwn, best, reasons, more }) => (
            <li key={id} className={isOwn ? 'own' : undefined}>
              <div className="about">
                {isOwn && <p className="small">Your choice</p>}
                <CaseHtml className="text" html={html} lang={language} />
                <ReasonList reasons={reasons} more={more} />
              </div>
              <ChoiceBars best={best} harm={null} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="small">Fewer than ten have come by here, so nothing is shown of it.</p>
      )}
    </section>
  )
}
