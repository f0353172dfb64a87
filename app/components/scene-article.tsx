import type { ReactNode } from 'react'
import { CaseHtml } from './case-html.tsx'
import type { SceneText } from './views.ts'

type SceneArticleProps = { scene: SceneText; language: string; children?: ReactNode }

/** A scene's heading and, as children or else from its own text, what is read under it. */
export function SceneArticle({ scene, language, children }: SceneArticleProps) {
  return (
    <article aria-labelledby="scene">
      <header className="scene-head">
        {scene.when !== null && (
          <p className="kicker" lang={language}>
            {scene.when}
          </p>
        )}
        {/* The heading takes the focus when the page changes without a load. */}
        <h1 id="scene" tabIndex={-1} lang={language}>
          {scene.title}
        </h1>
      </header>
      {children ?? <CaseHtml html={scene.html} lang={language} />}
    </article>
  )
}
