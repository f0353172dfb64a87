import { BEST_PICK_SLOPE } from '../case/information.ts'
import { believedAlong } from '../score/belief.ts'
import { DIMENSION_WEIGHTS } from '../score/measures.ts'
import { momentsFrom, pickProbabilities, valueOf } from '../score/pick.ts'
import type { Pair, Spread } from '../score/pick.ts'
import type { OptionRatings } from '../score/log.ts'
import type { Profile } from '../score/profile.ts'
import { WORST_PICK_SLOPE, WORST_PICK_WEIGHT } from '../score/profile-after.ts'

/** What is believed of a learner's two dimensions, on the scale of the scoring model: the mean, and how uncertain it is. */
export type Ability = { readonly mean: Pair; readonly spread: Spread }

/** The picks of one decision, as indices of the options that were offered, and what the decision weighs in the profile. */
export type Picks = {
  readonly options: ReadonlyArray<OptionRatings>
  readonly best: number
  readonly worst: number | null
  /** 0–1, as `weightInCase` gives it. */
  readonly weight: number
}

const CONTRAST = DIMENSION_WEIGHTS.execution.map((weight, c) => weight - (DIMENSION_WEIGHTS.influence[c] ?? 0))

/** Pure. The ability that a profile tells of. */
export function abilityOf({ belief }: Profile): Ability {
  const execution = believedAlong(belief, DIMENSION_WEIGHTS.execution)
  const influence = believedAlong(belief, DIMENSION_WEIGHTS.influence)
  const apart = believedAlong(belief, CONTRAST).variance
  return {
    mean: { execution: execution.mean, influence: influence.mean },
    spread: {
      execution: execution.variance,
      influence: influence.variance,
      both: (execution.variance + influence.variance - apart) / 2,
    },
  }
}

/**
 * Pure. What the ability would be without one decision of the log, to the first order: the mean less its covariance times
 * the gradient of what was picked. An item must not be judged by an ability that it made itself: the correction of the item–rest
 * correlation (Henrysson 1963). With one case of twelve decisions, an option's own share in the ability of its takers is larger than
 * what sets the able apart.
 */
export function restAbility({ mean, spread }: Ability, { options, best, worst, weight }: Picks): Pair {
  const values = options.map(valueOf)
  const byBest = gradientOf(values, best, BEST_PICK_SLOPE, weight, mean)
  const others = values.filter((_, place) => place !== best)
  const worstAmongOthers = worst === null ? -1 : worst - (worst > best ? 1 : 0)
  const byWorst = gradientOf(others, worstAmongOthers, WORST_PICK_SLOPE, WORST_PICK_WEIGHT * weight, mean)
  const gradient = { execution: byBest.execution + byWorst.execution, influence: byBest.influence + byWorst.influence }
  return {
    execution: mean.execution - spread.execution * gradient.execution - spread.both * gradient.influence,
    influence: mean.influence - spread.both * gradient.execution - spread.influence * gradient.influence,
  }
}

/** How the likelihood of a pick grows with ability: weight · slope · (value picked − value expected); 0 where nothing was picked. */
function gradientOf(options: ReadonlyArray<Pair>, pick: number, slope: number, weight: number, ability: Pair): Pair {
  const picked = options[pick]
  if (picked === undefined) return { execution: 0, influence: 0 }
  const { mean } = momentsFrom(picked, options, pickProbabilities(options, slope, ability))
  return { execution: -weight * slope * mean.execution, influence: -weight * slope * mean.influence }
}
