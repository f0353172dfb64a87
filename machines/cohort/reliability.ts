import type { Dimension } from '../case/case.ts'
import { DIMENSIONS } from '../case/quality.ts'
import type { Ability } from './ability.ts'
import { SMALLEST_GROUP } from './flow-network.ts'
import { tallyOf } from './tally.ts'
import type { Tally } from './tally.ts'

/** Parts of the model's unit, so that sums are exact. */
const PARTS = 10_000

/** Pure. What one learner's ability counts in the tally of their cohort's abilities. */
export function abilityTally({ mean, spread }: Ability): Tally {
  return tallyOf([
    ['learners', 1],
    ...DIMENSIONS.flatMap((dimension): Array<[string, number]> => {
      const value = Math.round(mean[dimension] * PARTS)
      return [
        [`mean ${dimension}`, value],
        [`square ${dimension}`, value * value],
        [`variance ${dimension}`, Math.round(spread[dimension] * PARTS)],
      ]
    }),
  ])
}

/**
 * Pure. How much of the differences between a cohort's learners on a dimension is real, 0–1: var(θ̂) / (var(θ̂) + mean posterior
 * variance), which is 1 − mean posterior variance / total variance. Null below ten learners. Source: the empirical reliability of
 * item response models, as `empirical_rxx` of the R package mirt computes it (Chalmers 2012).
 */
export function reliabilityOf(abilities: Tally): Record<Dimension, number | null> {
  const learners = abilities.get('learners') ?? 0
  const of = (dimension: Dimension) => {
    if (learners < SMALLEST_GROUP) return null
    const sum = (abilities.get(`mean ${dimension}`) ?? 0) / PARTS
    const squares = (abilities.get(`square ${dimension}`) ?? 0) / PARTS ** 2
    const between = Math.max(0, squares - sum ** 2 / learners) / (learners - 1)
    const uncertain = (abilities.get(`variance ${dimension}`) ?? 0) / PARTS / learners
    return between / (between + uncertain)
  }
  return { execution: of('execution'), influence: of('influence') }
}
