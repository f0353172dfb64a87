import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { PlayGrid } from './play-frame.tsx'
import { ReflectionForm } from './reflection-form.tsx'
import { SceneArticle } from './scene-article.tsx'
import type { EndingPage } from './views.ts'

/** How the case ends for this learner, and the questions before the debrief. */
export function Ending({ page }: { page: EndingPage }) {
  const { attempt, language } = page.frame
  const asks = page.reflections.length > 0 && !page.reflected
  // A scene may be nothing but its ending, or be called like it: one heading is enough then.
  const isOne = page.scene.html === '' || page.scene.title === page.ending.title
  const scene = isOne ? { ...page.scene, title: page.ending.title } : page.scene
  return (
    <PlayGrid frame={page.frame} moment="over" here={scene}>
      <SceneArticle scene={scene} language={language}>
        {page.scene.html !== '' && <CaseHtml html={page.scene.html} lang={language} />}
        <div className="ending">
          <p className="kicker">How it ended for you</p>
          {!isOne && <h2 lang={language}>{page.ending.title}</h2>}
          <CaseHtml html={page.ending.html} lang={language} />
        </div>
      </SceneArticle>
      {asks ? (
        <ReflectionForm
          attempt={attempt}
          language={language}
          reflections={page.reflections}
          wordsAsked={page.wordsAsked}
        />
      ) : (
        <p className="send">
          <Link className="button" to={`/attempts/${attempt}/debrief`}>
            Open the debrief
          </Link>
          {page.reflected && <span className="small">Your answers are kept. They are in the debrief too.</span>}
        </p>
      )}
    </PlayGrid>
  )
}
