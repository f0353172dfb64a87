/** How far the pick of the best option follows competence: the slope of the choice model. */
export const BEST_PICK_SLOPE = 0.7

/** An option's ratings, 0–4, with null on a dimension that its decision does not rate. */
export type Rated = { execution: number | null; influence: number | null }

/**
 * What a decision is expected to tell about the two dimensions: the symmetric matrix [[execution, cross], [cross, influence]].
 * It adds up over the decisions of a path.
 */
export type Information = { execution: number; influence: number; cross: number }

/**
 * Pure. With what chance each option is picked as the best by a learner at the mean of the prior, θ = 1 on every competency:
 * softmax over the options of a · (u_execution + u_influence), u = (rating − 2)/2 and 0 where not rated. Even where nothing
 * is rated. Source: the multinomial logit of McFadden 1974.
 */
export function chancesAtMean(options: ReadonlyArray<Rated>): Array<number> {
  const exponents = options.map((option) => BEST_PICK_SLOPE * (valueOf(option.execution) + valueOf(option.influence)))
  const largest = Math.max(...exponents)
  const weights = exponents.map((exponent) => Math.exp(exponent - largest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

/**
 * Pure. The expected information of a decision over the options offered, at θ = 1, from the best pick alone and without
 * weight: a² C, C being the covariance of the options' values under the chances of their being picked.
 */
export function informationOf(options: ReadonlyArray<Rated>): Information {
  const chances = chancesAtMean(options)
  const picks = options.map((option, index) => ({
    chance: chances[index] ?? 0,
    execution: valueOf(option.execution),
    influence: valueOf(option.influence),
  }))
  const mean = { execution: 0, influence: 0 }
  for (const { chance, execution, influence } of picks) {
    mean.execution += chance * execution
    mean.influence += chance * influence
  }
  const information = { execution: 0, influence: 0, cross: 0 }
  for (const pick of picks) {
    const execution = pick.execution - mean.execution
    const influence = pick.influence - mean.influence
    const scale = BEST_PICK_SLOPE ** 2 * pick.chance
    information.execution += scale * execution * execution
    information.influence += scale * influence * influence
    information.cross += scale * execution * influence
  }
  return information
}

/** Pure. The information about a mix of the two dimensions, at an angle in radians: 0 is execution alone, π/2 influence alone. */
export function informationAt({ execution, influence, cross }: Information, angle: number): number {
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  return Math.max(0, x * x * execution + 2 * x * y * cross + y * y * influence)
}

/** Pure. The least information about any mix of the two dimensions: what says whether a path shows level, not only preference. */
export function smallestEigenvalue({ execution, influence, cross }: Information): number {
  return (execution + influence) / 2 - Math.hypot((execution - influence) / 2, cross)
}

/** Pure. The angle of the mix about which there is the least information. */
export function leastInformedAngle({ execution, influence, cross }: Information): number {
  return Math.atan2(2 * cross, execution - influence) / 2 + Math.PI / 2
}

function valueOf(rating: number | null): number {
  return rating === null ? 0 : (rating - 2) / 2
}
