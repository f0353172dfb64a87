import { Form, useNavigation } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import type { DecisionProblems } from './decision-form.tsx'
import { OptionPicks } from './option-picks.tsx'
import { PlayGrid } from './play-frame.tsx'
import { Problem } from './problem.tsx'
import { SceneArticle } from './scene-article.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'
import type { WhatIfDecision as View } from './what-if-views.ts'

/** A decision that is only tried: one mark, no clock, and a plain address instead of anything that is kept. */
export function WhatIfDecision({ view }: { view: View }) {
  const { frame, scene, seq } = view.page
  return (
    <PlayGrid frame={frame} moment="deciding" here={scene}>
      <SceneArticle scene={scene} language={frame.language} />
      {/* Another decision is another form: no mark may stay from the one before. */}
      <WhatIfForm key={seq} view={view} />
    </PlayGrid>
  )
}

const UNANSWERED: DecisionProblems = { best: 'Mark the one you would try.' }
const NO_PROBLEMS: DecisionProblems = {}

function WhatIfForm({ view: { page, from, choices, ownHtml, isUnanswered } }: { view: View }) {
  const problems = isUnanswered ? UNANSWERED : NO_PROBLEMS
  const form = useFocusOnFault(problems)
  const isSending = useNavigation().state !== 'idle'
  const { attempt, language } = page.frame
  return (
    <Form
      ref={form}
      className="decision"
      id="decide"
      method="get"
      action={`/attempts/${attempt}/what-if/${from}`}
      aria-labelledby="decide-title"
    >
      {choices.map((choice, place) => (
        <input key={place} type="hidden" name="c" value={choice} />
      ))}
      <input type="hidden" name="after" value={page.seq} />
      <h2 className="vh" id="decide-title">
        What if
      </h2>
      <CaseHtml className="question" html={page.questionHtml} lang={language} />
      {ownHtml !== null && (
        <div className="chose">
          <p className="small">In your run, this was done here</p>
          <CaseHtml className="chose-text" html={ownHtml} lang={language} />
        </div>
      )}
      <p className="note">Mark the one you would try this time.</p>
      {problems.best !== undefined && (
        <div className="problems" role="alert" tabIndex={-1}>
          <Problem id="best-problem">{problems.best}</Problem>
        </div>
      )}
      <OptionPicks
        options={page.options}
        asksWorst={false}
        field="c"
        language={language}
        draft={null}
        problems={problems}
      />
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {isSending ? 'One moment' : 'Try this'}
        </button>
        <span className="small">
          Only the address of the page knows what you try. Keep the address, and you can go on from there another day.
        </span>
      </div>
    </Form>
  )
}
