import { CaseHtml } from './case-html.tsx'
import { RatingMarks } from './rating-marks.tsx'
import type { RunChoice, RunScene } from './what-if-views.ts'

type RunSceneProps = { scene: RunScene; language: string; isOpen: boolean }

export function SceneTitle({ scene, language }: { scene: RunScene; language: string }) {
  return (
    <h3 lang={language}>
      {scene.title} {scene.when !== null && <span>{scene.when}</span>}
    </h3>
  )
}

/** What one run did in a scene: the choice and its ratings at once, what came of it and why it is rated so behind a line. */
export function RunSceneText({ scene: { choice }, language, isOpen }: RunSceneProps) {
  if (choice === null) return <p className="small">Nothing to decide here.</p>
  const { option, outcomeHtml } = choice
  const more = moreText(choice)
  return (
    <>
      {choice.timedOut && <p className="small">Time ran out, and this was done</p>}
      <CaseHtml className="option-text" html={option.html} lang={language} />
      {choice.scored ? <RatingMarks ratings={option.ratings} /> : <p className="small">Not rated</p>}
      {more !== null && (
        <details className="came" open={isOpen}>
          <summary>{more}</summary>
          {outcomeHtml !== '' && <CaseHtml className="outcome-text" html={outcomeHtml} lang={language} />}
          {option.becauseHtml !== '' && <CaseHtml className="why" html={option.becauseHtml} lang={language} />}
        </details>
      )}
    </>
  )
}

function moreText({ option, outcomeHtml }: RunChoice): string | null {
  if (outcomeHtml === '') return option.becauseHtml === '' ? null : 'Why it is rated so'
  return option.becauseHtml === '' ? 'What came of it' : 'What came of it, and why it is rated so'
}
