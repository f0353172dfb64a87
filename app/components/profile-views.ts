import type { PatternView, Ratings } from './views.ts'

/** What the profile shows, as plain data. Every scale runs from 20 to 80; numbers are unrounded until they are drawn or said. */

export type Dimension = 'execution' | 'influence'

/** An estimate with its 90 % interval. */
export type Estimate = { t: number; low: number; high: number }

/** An estimate with what can be said of it so far. */
export type ToldEstimate = Estimate & { isClaimed: boolean; claim: string; evidence: string }

/** Where exposed ends and strong begins for what the role asks. */
export type Cuts = { exposed: number; strong: number }

/** A decision that can be opened: in the debrief where that is due, else as the scene that was read. */
export type DecisionLink = { to: string; number: number; title: string; isScene: boolean }

/** The decisions behind something, case by case. */
export type CaseLinks = { attempt: string; title: string; language: string; links: Array<DecisionLink> }

/** What is said of one dimension or competency. `sureness` is a sentence with the probabilities. */
export type Said = Estimate & {
  isClaimed: boolean
  claim: string
  sureness: string
  /** "44 decisions from 4 cases". */
  evidence: string
  behind: Array<CaseLinks>
}

/** `ticks` are the cuts of its competencies, which differ a little from its own. */
export type DimensionView = Said & { cuts: Cuts; ticks: Cuts; demand: number }

export type CompetencyView = Said & {
  id: string
  name: string
  description: string
  indicator: string
  failure: string
}

/** The region of both scores together, as an ellipse on the scale. */
export type RegionView = {
  execution: number
  influence: number
  long: number
  short: number
  angle: number
  across: number
  up: number
}

/** What is known after an attempt, or before the first. */
export type MomentView = Record<Dimension, Estimate & { isClaimed: boolean }> & {
  label: string
  language: string | null
  note: string
}

export type NextCaseView = { slug: string; title: string; minutes: number; reason: string }

export type UnderWayView = { attempt: string; title: string; decided: number }

export type SpotView = {
  /** "The 22:40 Trailer · Red board" in its two parts. */
  caseTitle: string
  title: string
  language: string
  to: string
  what: string
  html: string
  ratings: Ratings
}

export type CalibrationView = {
  /** In words, over all cases. */
  summary: Array<string>
  cases: Array<{ attempt: string; title: string; language: string; cells: Array<{ strong: number; of: number }> }>
}

export type ProfileView = {
  /** `empty`: nothing decided; `uncounted`: nothing that counts; `known`: something. */
  stage: 'empty' | 'uncounted' | 'known'
  kicker: string
  headline: string
  lead: string | null
  dimensions: Record<Dimension, DimensionView>
  role: { isAnswered: boolean; sentence: string }
  region: RegionView
  contrast: PatternView
  emphasis: { suggestion: string; reason: string }
  next: NextCaseView | null
  underWay: UnderWayView | null
  competencies: Record<Dimension, Array<CompetencyView>>
  blindSpots: Array<SpotView>
  strengths: Array<SpotView>
  calibration: CalibrationView
  moments: Array<MomentView>
}
