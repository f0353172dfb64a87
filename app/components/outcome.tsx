import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { PlayGrid } from './play-frame.tsx'
import { SceneArticle } from './scene-article.tsx'
import type { OutcomePage } from './views.ts'

/** What happens at once. No verdict: what the decision showed is in the debrief. */
export function Outcome({ page }: { page: OutcomePage }) {
  const { language } = page.frame
  return (
    <PlayGrid frame={page.frame} moment="decided" here={page.scene}>
      <SceneArticle scene={page.scene} language={language}>
        <div className="chose">
          <p className="small">{chosenLine(page)}</p>
          <CaseHtml className="chose-text" html={page.chosenHtml} lang={language} />
        </div>
        <CaseHtml html={page.outcomeHtml} lang={language} />
        <p className="send">
          <Link className="button" to={page.onward.to}>
            {page.onward.label}
          </Link>
        </p>
        {page.scene.html !== '' && (
          <details className="again">
            <summary>Read the scene again</summary>
            <CaseHtml html={page.scene.html} lang={language} />
          </details>
        )}
      </SceneArticle>
      <p className="small aftertext">
        {page.frame.whatIfFrom === null
          ? 'What this decision showed is in the debrief, after the ending.'
          : 'What this decision shows stands beside your own run, after the ending.'}
      </p>
    </PlayGrid>
  )
}

function chosenLine({ timedOut, frame }: OutcomePage): string {
  if (timedOut) return 'Time ran out, and this is what was done'
  return frame.whatIfFrom === null ? 'You decided' : 'This time you decide'
}
