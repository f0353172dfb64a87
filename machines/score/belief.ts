import { COMPETENCIES, EXECUTION, type Dimension } from '../case/case.ts'

/**
 * What is believed of a learner's seventeen competencies, in the order of `COMPETENCIES`: a normal distribution.
 * On its scale 0 picks as if at random, 1 is the prior mean, and more picks better options more often.
 */
export type Belief = {
  readonly mean: ReadonlyArray<number>
  /** 17 × 17, row by row; symmetric and positive definite. One flat list, because the updates spend their time in it. */
  readonly covariance: ReadonlyArray<number>
}

/** Competencies, and so rows and columns of a covariance. */
export const SIZE = COMPETENCIES.length

const WITHIN_DIMENSION = 0.2025
const ACROSS_DIMENSIONS = 0.10125
const OWN = 0.0625

/** The prior variance of one competency. */
export const PRIOR_VARIANCE = WITHIN_DIMENSION + OWN

/** What is believed before the first decision: every competency borrows from its neighbours. */
export const PRIOR: Belief = {
  mean: COMPETENCIES.map(() => 1),
  covariance: Array.from({ length: SIZE * SIZE }, (_, k) => priorCovariance(Math.floor(k / SIZE), k % SIZE)),
}

function priorCovariance(row: number, column: number): number {
  if (row === column) return PRIOR_VARIANCE
  return dimensionAt(row) === dimensionAt(column) ? WITHIN_DIMENSION : ACROSS_DIMENSIONS
}

/** Pure. The dimension of the competency at an index of `COMPETENCIES`. */
export function dimensionAt(index: number): Dimension {
  return index < EXECUTION.length ? 'execution' : 'influence'
}

/** Pure. What is believed of one competency. */
export function believedOf(belief: Belief, index: number): { mean: number; variance: number } {
  return { mean: belief.mean[index] ?? missing(index), variance: covarianceOf(belief, index, index) }
}

/**
 * Pure. What is believed of a weighted sum of the competencies.
 * @param weights 17, in the order of `COMPETENCIES`
 */
export function believedAlong(belief: Belief, weights: ReadonlyArray<number>): { mean: number; variance: number } {
  let mean = 0
  let variance = 0
  for (let i = 0; i < SIZE; i += 1) {
    const weight = weights[i] ?? missing(i)
    mean += weight * (belief.mean[i] ?? missing(i))
    for (let j = 0; j < SIZE; j += 1) variance += weight * covarianceOf(belief, i, j) * (weights[j] ?? missing(j))
  }
  return { mean, variance }
}

/** Pure. The covariance of two competencies, by their indices. */
export function covarianceOf(belief: Belief, row: number, column: number): number {
  const index = row * SIZE + column
  return belief.covariance[index] ?? missing(index)
}

/**
 * What a list is read with where it must have the index: `list[index] ?? missing(index)`. Written out at each place, not
 * wrapped in a function, because the updates spend their time in such reads.
 * @throws RangeError always
 */
export function missing(index: number): never {
  throw new RangeError(`expected a number at index ${index}, found none`)
}
