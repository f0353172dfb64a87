import type { Rating } from '../case/case.ts'
import type { OptionRatings } from './log.ts'

/**
 * Two numbers, one a dimension: the value of an option, (rating − 2) / 2, or what is believed of the competencies that
 * a decision tags. 0 stands for a dimension that the decision does not tag: one dimension is a case of two.
 */
export type Pair = { readonly execution: number; readonly influence: number }

/** A symmetric 2 × 2 matrix: its diagonal, and the entry beside it. */
export type Spread = { readonly execution: number; readonly influence: number; readonly both: number }

/**
 * Pure. How likely each option is picked: a softmax over slope times the sum of value times competence (McFadden's choice
 * model with ratings as slopes; Bock 1972).
 * @param slope above 0 for the pick of the best option, below 0 for the pick of the worst
 * @returns as many probabilities as options
 */
export function pickProbabilities(options: ReadonlyArray<Pair>, slope: number, competence: Pair): Array<number> {
  const exponents = options.map(
    (value) => slope * (value.execution * competence.execution + value.influence * competence.influence),
  )
  const largest = Math.max(...exponents)
  const odds = exponents.map((exponent) => Math.exp(exponent - largest))
  const sum = odds.reduce((total, odd) => total + odd, 0)
  return odds.map((odd) => odd / sum)
}

/**
 * Pure. Mean and covariance of the options' values, counted from the value of one of them, `origin`: where all options
 * are alike, every number is exactly 0.
 * @param probabilities one for each option
 */
export function momentsFrom(
  origin: Pair,
  options: ReadonlyArray<Pair>,
  probabilities: ReadonlyArray<number>,
): { mean: Pair; spread: Spread } {
  const steps = options.map((value, k) => ({
    probability: probabilities[k] ?? 0,
    execution: value.execution - origin.execution,
    influence: value.influence - origin.influence,
  }))
  const mean = { execution: 0, influence: 0 }
  for (const { probability, execution, influence } of steps) {
    mean.execution += probability * execution
    mean.influence += probability * influence
  }
  const spread = { execution: 0, influence: 0, both: 0 }
  for (const step of steps) {
    const execution = step.execution - mean.execution
    const influence = step.influence - mean.influence
    spread.execution += step.probability * execution * execution
    spread.influence += step.probability * influence * influence
    spread.both += step.probability * execution * influence
  }
  return { mean, spread }
}

/** Pure. What the model uses of an option's ratings: −1, −½, 0, ½ or 1, and 0 on a dimension without a rating. */
export function valueOf(option: OptionRatings): Pair {
  return { execution: valueOfRating(option.execution), influence: valueOfRating(option.influence) }
}

function valueOfRating(rating: Rating | null): number {
  return rating === null ? 0 : (rating - 2) / 2
}
