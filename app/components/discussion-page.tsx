import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { ChoiceBars } from './choice-bars.tsx'
import type { ArgumentView, DiscussionView } from './discussion-views.ts'
import { PageHead } from './page-head.tsx'
import { RatingMarks } from './rating-marks.tsx'
import { ReasonList } from './reason-list.tsx'
import { Section } from './section.tsx'

/** One decision for a class to talk about, on a screen or on paper: first the scene, then how they chose, then what speaks for what. */
export function DiscussionPage({ view }: { view: DiscussionView }) {
  const { cohort, title, language, slug, scene, decision, sides } = view
  return (
    <div className="discussion">
      <PageHead
        kicker={`${cohort.name} · ${title} · decision ${decision.number} of ${decision.of}`}
        title={scene.title}
        language={language}
      >
        {scene.when !== null && <p className="small">{scene.when}</p>}
      </PageHead>
      <CaseHtml className="prose" html={scene.html} lang={language} />
      <CaseHtml className="ask asked" html={decision.questionHtml} lang={language} />
      <Section
        id="sides"
        title="How you chose"
        note={
          decision.isShown
            ? `${decision.answers} The whisker below each bar is its 90% interval.`
            : 'Fewer than ten have come by here, so no numbers are shown.'
        }
      >
        <ul className="items">
          {sides.map((side) => (
            <Side key={side.id} side={side} language={language} isShown={decision.isShown} />
          ))}
        </ul>
      </Section>
      <Section
        id="arguments"
        title="What speaks for it, and what against"
        note={
          view.showsReasons
            ? 'What the case says of each option, and what at least three of you wrote with it, without names.'
            : 'What the case says of each option. What learners wrote is not shown; that can be changed under Set up.'
        }
      >
        <ol className="sides">
          {sides.map((side) => (
            <Argument key={side.id} side={side} language={language} />
          ))}
        </ol>
      </Section>
      <p className="send onward">
        <Link
          className="link"
          to={`/teach/cohorts/${cohort.id}?${new URLSearchParams({ case: slug, decision: decision.id }).toString()}#decision`}
        >
          Back to the report
        </Link>
      </p>
    </div>
  )
}

function Side({ side, language, isShown }: { side: ArgumentView; language: string; isShown: boolean }) {
  return (
    <li>
      <div className="about">
        <CaseHtml className="text" html={side.html} lang={language} />
      </div>
      {isShown && <ChoiceBars best={side.best} harm={side.harm} />}
    </li>
  )
}

function Argument({ side, language }: { side: ArgumentView; language: string }) {
  return (
    <li>
      <CaseHtml className="text" html={side.html} lang={language} />
      <RatingMarks ratings={side.ratings} />
      {side.becauseHtml !== '' && <CaseHtml className="why" html={side.becauseHtml} lang={language} />}
      <ReasonList reasons={side.reasons} more={side.more} />
    </li>
  )
}
