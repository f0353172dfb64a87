import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { PlayGrid } from './play-frame.tsx'
import { SceneArticle } from './scene-article.tsx'
import type { EarlierPage } from './views.ts'

/** A scene that was read before, as it was, with what was chosen and what came of it. */
export function EarlierScene({ page }: { page: EarlierPage }) {
  const { language } = page.frame
  return (
    <PlayGrid frame={page.frame} moment="between" here={{ visit: page.visit }}>
      <p className="notice">
        <span>
          You are reading an earlier scene again. <Link to={page.frame.address}>Back to where you are</Link>
        </span>
      </p>
      <SceneArticle scene={page.scene} language={language}>
        <CaseHtml html={page.scene.html} lang={language} />
        {page.chosenHtml !== null && (
          <section className="looked-back" aria-label="What you decided here">
            {page.questionHtml !== null && <CaseHtml className="question" html={page.questionHtml} lang={language} />}
            <div className="chose">
              <p className="small">You decided</p>
              <CaseHtml className="chose-text" html={page.chosenHtml} lang={language} />
            </div>
            {page.outcomeHtml !== null && <CaseHtml html={page.outcomeHtml} lang={language} />}
          </section>
        )}
      </SceneArticle>
      <p className="send">
        <Link className="button" to={page.frame.address}>
          Back to where you are
        </Link>
        <span className="small">Nothing here can be changed.</span>
      </p>
    </PlayGrid>
  )
}
