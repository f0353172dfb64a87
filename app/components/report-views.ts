import type { CohortHeadView } from './cohort-views.ts'
import type { FlowDrawing } from './flow-layout.ts'
import type { Ratings } from './views.ts'

/** How a cohort decides, as plain data. A number of learners may be kept back: it is then words such as "< 3" or "not shown". */

/** `share`, `low` and `high` are whole per cent; null where the number is kept back. */
export type BarView = { count: string; bar: { share: number; low: number; high: number } | null }

export type OptionStats = {
  id: string
  html: string
  ratings: Ratings
  best: BarView
  /** Null where the decision does not ask for it. */
  harm: BarView | null
  /** "Those who chose it stand at 54 in execution"; none where too few did. */
  ability: string | null
  /** What is worth a look at this option. */
  flags: Array<string>
  /** Where it stands in the case. */
  line: number
}

export type DecisionStats = {
  id: string
  /** From 1, in the order of the file, with how many there are. */
  number: number
  of: number
  title: string
  questionHtml: string
  competencies: string
  answers: string
  options: Array<OptionStats>
  /** Sentences on time, confidence and discrimination. */
  notes: Array<string>
  /** Null: fewer than ten answered it. */
  isShown: boolean
  line: number
}

export type FlowRow = { id: string; title: string; learners: string; share: number | null; isEnding: boolean }

export type FlowView = { drawing: FlowDrawing; rows: Array<FlowRow>; text: string }

type HeatRow = { name: string; cells: Array<HeatCell> }

/** `step` from 1 to 4 is the shade. `isRough`: rounded to fives or tens, since more would tell of a few. */
export type HeatCell =
  | { kind: 'none' }
  | { kind: 'few' }
  | { kind: 'hidden' }
  | { kind: 'share'; percent: number; isRough: boolean; step: 1 | 2 | 3 | 4 }

export type HeatView = {
  cases: Array<{ number: number; title: string; learners: string }>
  groups: Array<{ dimension: 'execution' | 'influence'; rows: Array<HeatRow> }>
  standsOut: Array<string>
}

export type CaseProgressRow = {
  slug: string
  title: string
  started: number
  ended: number
  /** "21 min", or "·". */
  minutes: string
  still: number
}

export type ReportView = {
  head: CohortHeadView
  facts: { learners: number; active: number; decisions: number; joinCode: string }
  /** The cases of the course that can be looked at. */
  cases: Array<{ slug: string; title: string; isChosen: boolean }>
  chosen: {
    slug: string
    title: string
    language: string
    note: string
    flow: FlowView | null
    decision: DecisionStats | null
    previous: string | null
    next: string | null
    decisions: Array<{ id: string; title: string; isChosen: boolean }>
  } | null
  heat: HeatView | null
  /** A sentence on how well the cases tell the learners apart; null where too few have ended one. */
  reliability: string | null
  progress: Array<CaseProgressRow>
}
