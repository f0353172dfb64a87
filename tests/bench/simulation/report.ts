import type { Claim } from '../../../machines/score/claims.ts'
import { DIMENSION_MEASURES } from '../../../machines/score/measures.ts'
import {
  claimsAmong,
  type Claimed,
  correlation,
  coverage,
  type Estimate,
  meanOf,
  rmse,
  rmseAfterLine,
} from './statistics.ts'
import type { Study } from './study.ts'
import { CHECKPOINTS } from './targets.ts'

export type Report = {
  rows: Array<Row>
  conditions: Array<Further>
  /** Of all moves and distances, in the sd of the dimension. */
  order: { mean: number; most: number }
  maximum: { mean: number }
}

/** After as many cases. A naive score is no estimate of the truth: its `rmse` is after the best straight line to it. */
export type Row = {
  cases: number
  naive: { r: number; rmse: number; false: number }
  bestOnly: Accuracy
  bestAndWorst: Accuracy
  /** Claims at P ≥ .8, and at P ≥ .9. */
  leaning: { claimed: number; false: number }
  sure: { claimed: number; false: number }
}

export type Accuracy = { r: number; rmse: number; cover: number }

type Further = {
  condition: 'worstAtHalfSlope' | 'worstEvenForSome' | 'drift'
  name: string
  /** In the order of `CHECKPOINTS`. */
  accuracies: Array<Accuracy>
}

const FURTHER = [
  { condition: 'worstAtHalfSlope', name: 'worst picks with half the slope, appeal unchanged' },
  { condition: 'worstEvenForSome', name: '30 % of learners pick the worst evenly' },
  { condition: 'drift', name: 'truth drifts by N(0, 0.02 Σ₀) at each change of case' },
] as const

/** Points over the most attainable, as they are usually told: exposed below the first, strong from the second. */
const NAIVE_CUTS = { exposedBelow: 0.6, strongFrom: 0.8 }

/** Pure. The figures of a study. */
export function reportOf(study: Study): Report {
  return {
    rows: CHECKPOINTS.map((cases, place) => rowOf(study, cases, place)),
    conditions: FURTHER.map(({ condition, name }) => ({
      condition,
      name,
      accuracies: study.estimates[condition].map(accuracyOf),
    })),
    order: { mean: meanOf(study.order), most: study.order.reduce((most, move) => Math.max(most, move), 0) },
    maximum: { mean: meanOf(study.maximum) },
  }
}

function rowOf(study: Study, cases: number, place: number): Row {
  const naive = study.naive[place] ?? []
  const estimates = study.estimates.bestAndWorst[place] ?? []
  return {
    cases,
    naive: {
      r: correlation(naive),
      rmse: rmseAfterLine(naive),
      false: countsOf(naive.map(({ truth, mean }) => ({ truth, claim: naiveClaim(mean) }))).false,
    },
    bestOnly: accuracyOf(study.estimates.bestOnly[place] ?? []),
    bestAndWorst: accuracyOf(estimates),
    leaning: countsOf(estimates.map(({ truth, claim }) => ({ truth, claim: LEANING_CLAIMS[claim] }))),
    sure: countsOf(estimates.map(({ truth, claim }) => ({ truth, claim: SURE_CLAIMS[claim] }))),
  }
}

function countsOf(claims: ReadonlyArray<Claimed>): { claimed: number; false: number } {
  const { exposedCut, strongCut } = DIMENSION_MEASURES.execution
  return claimsAmong(claims, { exposed: exposedCut, strong: strongCut })
}

function accuracyOf(estimates: ReadonlyArray<Estimate>): Accuracy {
  return { r: correlation(estimates), rmse: rmse(estimates), cover: coverage(estimates) }
}

const SURE_CLAIMS: Record<Claim, Claimed['claim']> = {
  exposed: 'exposed',
  'leaning-exposed': null,
  strong: 'strong',
  'leaning-strong': null,
  none: null,
}

const LEANING_CLAIMS: Record<Claim, Claimed['claim']> = {
  ...SURE_CLAIMS,
  'leaning-exposed': 'exposed',
  'leaning-strong': 'strong',
}

function naiveClaim(score: number): Claimed['claim'] {
  if (score < NAIVE_CUTS.exposedBelow) return 'exposed'
  return score >= NAIVE_CUTS.strongFrom ? 'strong' : null
}
