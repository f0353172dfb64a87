import { Link } from '@remix-run/react'
import { PlayGrid } from './play-frame.tsx'
import { SceneArticle } from './scene-article.tsx'
import type { BeatPage } from './views.ts'

/** A scene without a decision: it is read, and the learner goes on. */
export function Beat({ page }: { page: BeatPage }) {
  return (
    <PlayGrid frame={page.frame} moment="between" here={page.scene}>
      <SceneArticle scene={page.scene} language={page.frame.language} />
      <p className="send">
        <Link className="button" to={page.onward.to}>
          {page.onward.label}
        </Link>
      </p>
    </PlayGrid>
  )
}
