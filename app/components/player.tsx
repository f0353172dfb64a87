import { Beat } from './beat.tsx'
import { type DecisionDraft, DecisionForm, type DecisionProblems } from './decision-form.tsx'
import { EarlierScene } from './earlier-scene.tsx'
import { Ending } from './ending.tsx'
import { Outcome } from './outcome.tsx'
import { PlayGrid } from './play-frame.tsx'
import { SceneArticle } from './scene-article.tsx'
import type { DecisionPage, PlayPage } from './views.ts'

type PlayerProps = {
  page: PlayPage
  /** What came back from a decision that could not be taken as sent; null and empty otherwise. */
  draft?: DecisionDraft | null
  problems?: DecisionProblems
}

const noProblems: DecisionProblems = {}

/** Whatever an attempt shows now. */
export function Player({ page, draft = null, problems = noProblems }: PlayerProps) {
  switch (page.kind) {
    case 'decision':
      return <Decision page={page} draft={draft} problems={problems} />
    case 'outcome':
      return <Outcome page={page} />
    case 'beat':
      return <Beat page={page} />
    case 'ending':
      return <Ending page={page} />
    case 'earlier':
      return <EarlierScene page={page} />
  }
}

type DecisionProps = { page: DecisionPage; draft: DecisionDraft | null; problems: DecisionProblems }

function Decision({ page, draft, problems }: DecisionProps) {
  return (
    <PlayGrid frame={page.frame} moment="deciding" here={page.scene}>
      <SceneArticle scene={page.scene} language={page.frame.language} />
      {/* Another decision is another form: no mark may stay from the one before. */}
      <DecisionForm key={page.seq} page={page} draft={draft} problems={problems} />
    </PlayGrid>
  )
}
