import type { Evidence } from './evidence.ts'
import { USUAL_DEMAND, type Demand } from './log.ts'
import { normalBelow } from './normal.ts'

/** What is reported of one dimension or one competency. Nothing is rounded or clipped. */
export type Figures = {
  mean: number
  sd: number
  /** The mean as shown: 50 is the prior mean (no group's average), 10 the prior's spread of learners. */
  t: number
  /** The 90 % interval around `t`. */
  low: number
  high: number
  /** How likely the learner is beyond the cut, 0–1. */
  pExposed: number
  pStrong: number
  /** Decisions that said something of it, and the different cases among them. */
  evidence: number
  cases: number
  claim: Claim
  /** About how many more decisions until a claim can be expected; 0 with `none`: no marked strength or exposure. */
  moreDecisions: number
}

export type Claim = 'exposed' | 'leaning-exposed' | 'strong' | 'leaning-strong' | 'none'

/** What a claim takes. `targetInformation` is where reliability gets to about ½, `perDecision` a decision's usual share. */
export type Measure = {
  exposedCut: number
  strongCut: number
  gate: { evidence: number; cases: number }
  targetInformation: number
  informationPerDecision: number
  priorVariance: number
}

/** How likely it must be to be claimed: a false "you are exposed" costs more than a late one. */
export const SURE = 0.9
export const LEANING = 0.8

const CUT_PER_DEMAND = 0.1125
const SHOWN_SPREAD = 0.45
const Z_OF_90_PERCENT = 1.6448536269514722

/**
 * Pure. Figures and claim for a dimension or competency.
 * @param believed its mean and variance
 * @param demand what the role asks of its dimension
 */
export function figuresOf(
  measure: Measure,
  believed: { mean: number; variance: number },
  evidence: Evidence,
  demand: Demand,
): Figures {
  const { mean, variance } = believed
  const sd = Math.sqrt(variance)
  const pStrong = normalBelow((mean - movedCut(measure.strongCut, demand)) / sd)
  const pExposed = probabilityExposed(measure, believed, demand)
  const counts = { evidence: evidence.decisions, cases: evidence.cases.length }
  const claim = isGateOpen(measure, evidence) ? claimFrom(pExposed, pStrong) : 'none'
  return {
    mean,
    sd,
    t: shownAt(mean),
    low: shownAt(mean - Z_OF_90_PERCENT * sd),
    high: shownAt(mean + Z_OF_90_PERCENT * sd),
    pExposed,
    pStrong,
    ...counts,
    claim,
    moreDecisions: claim === 'none' ? decisionsToClaim(measure, variance, counts) : 0,
  }
}

/** Pure. How likely a learner falls short of what the role asks, 0–1. */
export function probabilityExposed(
  measure: Measure,
  { mean, variance }: { mean: number; variance: number },
  demand: Demand,
): number {
  return normalBelow((movedCut(measure.exposedCut, demand) - mean) / Math.sqrt(variance))
}

/** Pure. Whether there is enough evidence to claim anything. */
export function isGateOpen({ gate }: Measure, { decisions, cases }: Evidence): boolean {
  return decisions >= gate.evidence && cases.length >= gate.cases
}

/** Pure. The share of the prior variance that the log has taken away, 0–1. */
export function reliabilityOf({ priorVariance }: Measure, variance: number): number {
  return 1 - variance / priorVariance
}

/** Pure. A mean on the scale that is shown: 50 is the prior mean. */
export function shownAt(mean: number): number {
  return 50 + (10 * (mean - 1)) / SHOWN_SPREAD
}

/** Pure. Where exposed ends and strong begins for what the role asks, on the scale that is shown. */
export function shownCuts(measure: Measure, demand: Demand): { exposed: number; strong: number } {
  return {
    exposed: shownAt(movedCut(measure.exposedCut, demand)),
    strong: shownAt(movedCut(measure.strongCut, demand)),
  }
}

function claimFrom(pExposed: number, pStrong: number): Claim {
  if (pExposed >= SURE) return 'exposed'
  if (pExposed >= LEANING) return 'leaning-exposed'
  if (pStrong >= SURE) return 'strong'
  if (pStrong >= LEANING) return 'leaning-strong'
  return 'none'
}

function decisionsToClaim(measure: Measure, variance: number, counts: { evidence: number; cases: number }): number {
  const information = 1 / variance - 1 / measure.priorVariance
  return Math.max(
    0,
    measure.gate.evidence - counts.evidence,
    Math.ceil((measure.targetInformation - information) / measure.informationPerDecision),
    counts.cases < measure.gate.cases ? 1 : 0,
  )
}

function movedCut(cut: number, demand: Demand): number {
  return cut + CUT_PER_DEMAND * (demand - USUAL_DEMAND)
}
