import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { addressWith } from './address.ts'
import { CaseHtml } from './case-html.tsx'
import { PlayGrid } from './play-frame.tsx'
import { ReflectionForm } from './reflection-form.tsx'
import { SceneArticle } from './scene-article.tsx'
import type { EndingPage } from './views.ts'

/** How the case ends for this learner, and the questions before the debrief. */
export function Ending({ page, after }: { page: EndingPage; after?: ReactNode }) {
  const { language, whatIfFrom } = page.frame
  // A scene may be nothing but its ending, or be called like it: one heading is enough then.
  const isOne = page.scene.html === '' || page.scene.title === page.ending.title
  const scene = isOne ? { ...page.scene, title: page.ending.title } : page.scene
  return (
    <PlayGrid frame={page.frame} moment="over" here={scene}>
      <SceneArticle scene={scene} language={language}>
        {page.scene.html !== '' && <CaseHtml html={page.scene.html} lang={language} />}
        <div className="ending">
          <p className="kicker">{whatIfFrom === null ? 'How it ended for you' : 'How it ends this way'}</p>
          {!isOne && <h2 lang={language}>{page.ending.title}</h2>}
          <CaseHtml html={page.ending.html} lang={language} />
        </div>
      </SceneArticle>
      {after ?? <AfterEnding page={page} />}
    </PlayGrid>
  )
}

function AfterEnding({ page: { frame, reflections, reflected, wordsAsked } }: { page: EndingPage }) {
  const { attempt, address, language, whatIfFrom } = frame
  if (whatIfFrom !== null)
    return (
      <p className="send">
        <Link className="button" to={addressWith(address, 'compare=1')}>
          See the two runs side by side
        </Link>
      </p>
    )
  if (reflections.length > 0 && !reflected)
    return <ReflectionForm attempt={attempt} language={language} reflections={reflections} wordsAsked={wordsAsked} />
  return (
    <p className="send">
      <Link className="button" to={`/attempts/${attempt}/debrief`}>
        Open the debrief
      </Link>
      {reflected && <span className="small">Your answers are kept. They are in the debrief too.</span>}
    </p>
  )
}
