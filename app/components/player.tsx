import type { ReactNode } from 'react'
import { Beat } from './beat.tsx'
import { type DecisionDraft, DecisionForm, type DecisionProblems } from './decision-form.tsx'
import { EarlierScene } from './earlier-scene.tsx'
import { Ending } from './ending.tsx'
import { Outcome } from './outcome.tsx'
import { PlayGrid } from './play-frame.tsx'
import { SceneArticle } from './scene-article.tsx'
import type { DecisionPage, PlayPage } from './views.ts'
import type { DecisionWay } from './decision-form.tsx'

type PlayerProps = {
  page: PlayPage
  /** What came back from a decision that could not be taken as sent; null and empty otherwise. */
  draft?: DecisionDraft | null
  problems?: DecisionProblems
  /** Where decisions go that are only tried; null in an attempt. */
  way?: DecisionWay | null
  /** What follows an ending, in the place of the questions before the debrief. */
  afterEnding?: ReactNode
}

const noProblems: DecisionProblems = {}

/** Whatever an attempt shows now. */
export function Player({ page, draft = null, problems = noProblems, way = null, afterEnding }: PlayerProps) {
  switch (page.kind) {
    case 'decision':
      return <Decision page={page} draft={draft} problems={problems} way={way} />
    case 'outcome':
      return <Outcome page={page} />
    case 'beat':
      return <Beat page={page} />
    case 'ending':
      return <Ending page={page} after={afterEnding} />
    case 'earlier':
      return <EarlierScene page={page} />
  }
}

type DecisionProps = {
  page: DecisionPage
  draft: DecisionDraft | null
  problems: DecisionProblems
  way: DecisionWay | null
}

function Decision({ page, draft, problems, way }: DecisionProps) {
  return (
    <PlayGrid frame={page.frame} moment="deciding" here={page.scene}>
      <SceneArticle scene={page.scene} language={page.frame.language} />
      {/* Another decision is another form: no mark may stay from the one before. */}
      <DecisionForm key={page.seq} page={page} draft={draft} problems={problems} way={way} />
    </PlayGrid>
  )
}
