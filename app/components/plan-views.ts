import type { Dimension, Estimate } from './profile-views.ts'

export type PlanStepFields = { competency: string; decision: string; decideOn: string; witness: string }

/** What the form of a plan holds: two decisions and a day to look back, days as YYYY-MM-DD. */
export type PlanFields = { steps: Array<PlanStepFields>; lookBackOn: string }

/** A competency that a plan may be about, with what the profile says of it. */
export type OfferView = Estimate & {
  id: string
  dimension: Dimension
  name: string
  claim: string
  isClaimed: boolean
  evidence: string
}

/** A plan as it was kept, in words. */
export type PlanSheetView = {
  writtenOn: string
  lookBackOn: string
  steps: Array<{
    competency: string
    dimension: Dimension
    /** What it looks like when it is done well. */
    indicator: string
    decision: string
    decideOn: string
    witness: string
  }>
}

/** What a learner meant to do after a case. */
export type MeantView = { attempt: string; title: string; when: string; will: string; dueOn: string }

export type PlanView = {
  slug: string
  title: string
  /** Null until a plan is written. */
  sheet: PlanSheetView | null
  /** Null where the plan is shown and not being written. */
  form: {
    fields: PlanFields
    days: { earliest: string; latestDecision: string; latestLookBack: string }
    problems: Record<string, string>
  } | null
  /** The most exposed first. */
  offers: Array<OfferView>
  /** What the profile rests on so far. */
  basis: string
  meant: Array<MeantView>
  /** How many more there are than are shown. */
  moreMeant: number
}
