import type { Dimension } from '../../machines/case/case.ts'
import type { DecisionDraft, DecisionProblems, DecisionWay } from './decision-form.tsx'
import type { MapDrawings } from './map-layout.ts'
import type { MapView, PlayPage, Ratings, SceneText } from './views.ts'

/** What the studio shows, as plain data. Every `html` was made on the server from a checked case. */

/** A problem as the studio lists it. */
export type ProblemView = {
  rule: string
  severity: 'error' | 'warning'
  line: number
  column: number
  message: string
  hint: string | null
}

/** The figures of a case in words, null where the text can't be read as a case. */
export type StatsView = { line: string; facts: Array<{ name: string; value: string }> }

export type PreviewOption = {
  id: string
  html: string
  ratings: Ratings
  becauseHtml: string | null
  outcomeHtml: string | null
  leadsTo: PreviewPlace
}

/** Where something leads: a scene by its id, and what it is called. */
export type PreviewPlace = { id: string; title: string }

/** One scene of a draft with everything that its author wrote in it, as it stands where the variables have their starting values. */
export type ScenePreview = {
  id: string
  language: string
  scene: SceneText
  exit:
    | { kind: 'decision'; questionHtml: string; options: Array<PreviewOption> }
    | { kind: 'next'; ways: Array<PreviewPlace> }
    | { kind: 'ending'; title: string; outcome: string; html: string; reflections: Array<string> }
}

/**
 * A draft as it plays. `stuck`: nobody gets on from a scene; `unreadable`: the text can't be read as a case. `again` is where this way
 * began, `way` where a decision goes; `draft` and `problems` are of one that can't be taken as it was sent.
 */
export type DraftPlay = { slug: string; title: string; isFramed: boolean } & (
  | {
      kind: 'play'
      again: string
      page: PlayPage
      way: DecisionWay
      draft: DecisionDraft | null
      problems: DecisionProblems
    }
  | { kind: 'stuck'; again: string; scene: string }
  | { kind: 'unreadable' }
)

/** The map of a draft, every scene named; not drawn where there are too many. `lines` says where each stands in the text. */
export type DraftMap = { map: MapView; drawings: MapDrawings | null; lines: Record<string, number> }

/** What the server makes of a draft as it is saved. `scene` and `map` are null where the text can't be read as a case. */
export type DraftShown = {
  revision: number
  title: string | null
  problems: Array<ProblemView>
  stats: StatsView | null
  scene: ScenePreview | null
  scenes: Array<PreviewPlace>
  map: DraftMap | null
}

/** A draft that someone else saved meanwhile. */
export type OtherDraft = { revision: number; source: string; savedAt: string; savedBy: string | null }

export type StudioPage = {
  slug: string
  title: string
  source: string
  revision: number
  saved: { at: string; by: string | null } | null
  service: { hash: string; isDraft: boolean; withdrawnOn: string | null } | null
  images: Array<string>
  /** Why an image that was sent is not among them, or one that was to go still is; null where neither. */
  imageProblem: string | null
  /** The line, from 1, that the address asks for; null where it asks for none. */
  line: number | null
  shown: DraftShown
}

export type CaseRow = {
  slug: string
  title: string
  draft: { savedAt: string; savedBy: string | null } | null
  service: { hash: string; withdrawnOn: string | null } | null
  attempts: number
  /** Null while it is still being checked. */
  problems: { errors: number; warnings: number } | null
}

/** One version of a case: `number` counts them from 1 in the order in which they first came into service. */
export type VersionRow = {
  number: number
  hash: string
  publishedAt: string
  isInService: boolean
  /** Whether it is another than the one in service. */
  canComeBack: boolean
  /** Learners who have it under way, and stay on it. */
  underWay: number
  /** What it changed in the version that was in service before it; null for the first. */
  changes: Array<ChangeView> | null
  /** Who has the version before it under way; null where that is nobody. */
  stay: StayView | null
}

/** A change in the case's terms: `option *promise*: influence 2 → 1` in pieces. `line`: where it stands in the later text. */
export type ChangeView = { kind: string; id: string | null; told: string; line: number | null }

/** Learners whom a change does not reach, since they play the version before it to its end. */
export type StayView = { learners: number; number: number }

export type VersionsPage = {
  slug: string
  title: string
  withdrawnOn: string | null
  /** The draft where it differs from the newest version, with what publishing it would change; null where it does not. */
  draft: { revision: number; changes: Array<ChangeView> | null; stay: StayView | null; errors: number } | null
  /** The newest first. */
  versions: Array<VersionRow>
}

export type PlaytestPage = {
  slug: string
  title: string
  runs: number
  /** Null where it was not asked for, or the case has an error. */
  result: PlaytestView | null
  errors: number
}

/** Shares in words, such as "12 %". Columns are the learners by ability; the policies have only gains and endings. */
export type PlaytestView = {
  abilities: Array<string>
  choices: Array<{ decision: string; met: Array<string>; options: Array<{ id: string; shares: Array<string> }> }>
  endings: Array<{ id: string; shares: Array<string> }>
  gains: Array<{ name: string; gain: string; endings: string }>
  recovered: Array<{ ability: string; execution: string; influence: string }>
  missed: Array<string>
}

export type RatedDecision = {
  node: string
  title: string
  questionHtml: string
  execution: string | null
  influence: string | null
  choices: Array<{ id: string; html: string }>
}

/** Numbers are to two decimals, null where too few have rated. */
export type AgreementView = {
  raters: number
  reliability: Array<{ dimension: Dimension; single: string | null; mean: string | null }>
  disputed: Array<DisputedOption>
}

/** An option on whose rating colleagues differ, with the key or among themselves (`why`). `spread`: their standard deviation. */
export type DisputedOption = {
  decision: string
  choice: string
  dimension: Dimension
  line: number
  key: number
  mean: string | null
  spread: string | null
  why: string
}

export type RatePage = {
  slug: string
  title: string
  language: string
  /** The version that is rated; null where none was published yet. */
  hash: string | null
  /** Null for who has rated already. */
  decisions: Array<RatedDecision> | null
  /** Null for who is still to rate: it would tell the key. */
  agreement: AgreementView | null
}
