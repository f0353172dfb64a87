import type { Exposure } from './log.ts'

/**
 * What a decision is worth before its case is looked at. One seen before measures memory, one not read measures nothing;
 * a new one in a case played before pays for what a what-if or a debrief has shown.
 */
export const EXPOSURE_WEIGHTS: Record<Exposure, 0 | 0.5 | 1> = { first: 1, seen: 0, 'replay-new': 0.5, rapid: 0 }

/** Answers within a case share a mood and a story: their assumed correlation. */
const WITHIN_CASE_CORRELATION = 0.04

/**
 * Pure. The weight of a decision among the others of its case (the design effect of cluster samples, Kish 1965).
 * @param exposureWeight 0, ½ or 1
 * @param nBar expected scored decisions in a play of the case, at least 1
 * @returns 0–1
 */
export function weightInCase(exposureWeight: number, nBar: number): number {
  return exposureWeight / (1 + WITHIN_CASE_CORRELATION * (nBar - 1))
}
