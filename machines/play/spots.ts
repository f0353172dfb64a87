import { DIMENSIONS, qualityOf, ratingsOf } from '../case/quality.ts'
import type { Choice } from '../case/case.ts'
import type { Taken } from './debrief.ts'

/** How sure a learner said they were; null where they said nothing. */
export type Confidence = 'guess' | 'fairly' | 'certain' | null

/**
 * - `certain`: certain of a choice that is rated 0 or 1 on all that its decision rates.
 * - `spared`: a workable option was named as the most harmful.
 * - `guess`: a guess that is rated 3 or 4 on all that its decision rates: a hidden strength.
 */
export type Spot = { kind: 'certain' | 'spared' | 'guess'; choice: Choice }

/** An option rated this high on each dimension is workable, strong, or at most weak. */
const WORKABLE_FROM = 2
const STRONG_FROM = 3
const WEAK_UP_TO = 1

/** Pure. What a decision shows that the learner may not have seen: blind spots and hidden strengths. Unscored ones show nothing. */
export function spotsOf(taken: Taken, confidence: Confidence): Array<Spot> {
  const { decision, chosen } = taken
  if (DIMENSIONS.every((dimension) => decision[dimension] === null)) return []
  const spots: Array<Spot> = []
  if (confidence === 'certain' && isWeak(chosen)) spots.push({ kind: 'certain', choice: chosen })
  const spared = sparedIn(taken)
  if (spared !== null) spots.push({ kind: 'spared', choice: spared })
  if (confidence === 'guess' && isStrong(chosen)) spots.push({ kind: 'guess', choice: chosen })
  return spots
}

/** Pure. Whether an option is rated 3 or 4 on all that its decision rates. */
export function isStrong(choice: Choice): boolean {
  return ratingsOf(choice).every((rating) => rating >= STRONG_FROM)
}

function isWeak(choice: Choice): boolean {
  return ratingsOf(choice).every((rating) => rating <= WEAK_UP_TO)
}

/** Where nothing on offer is rated lower, naming a workable option as the most harmful is no mistake. */
function sparedIn({ offered, worst }: Taken): Choice | null {
  if (worst === null || !ratingsOf(worst).every((rating) => rating >= WORKABLE_FROM)) return null
  return offered.some((choice) => qualityOf(choice) < qualityOf(worst)) ? worst : null
}
