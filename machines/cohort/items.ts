import type { Choice, Decision, Dimension } from '../case/case.ts'
import { BEST_PICK_SLOPE } from '../case/information.ts'
import { DIMENSIONS, qualityOf } from '../case/quality.ts'
import { valueOf } from '../score/pick.ts'
import type { Pair, Spread } from '../score/pick.ts'
import { crossScatterOf, meanAbility, scatterOf, together } from './takers.ts'
import type { Takers } from './takers.ts'
import { wilsonShare } from './wilson.ts'

type TakersOf = ReadonlyMap<string, Takers>

/**
 * Pure. How taking an option goes with ability: the correlation of "took it" (1 or 0) with ability, −1…1, over all who answered.
 * Null where it has no meaning: nobody or everybody took it, or all are equally able. Source: the point-biserial correlation
 * as it is used in the analysis of options, here with the decision itself left out of the ability (item–rest).
 */
export function optionDiscrimination(takers: TakersOf, choice: string, dimension: Dimension): number | null {
  const own = takers.get(choice)
  const all = together([...takers.values()])
  const scatter = scatterOf(all, dimension)
  if (!own || own.n === 0 || own.n === all.n || !(scatter > 0)) return null
  const difference = meanAbility(own, dimension) - meanAbility(all, dimension)
  return (difference * own.n) / Math.sqrt(own.n * (1 - own.n / all.n) * scatter)
}

/**
 * Pure. How well a decision tells the able from the less able: the correlation of the rating of what was taken with ability on the
 * dimension, −1…1. Null where the decision does not rate it, or nothing varies. Source: the corrected item–total (item–rest)
 * correlation, Henrysson 1963. It is taken rather than an upper-lower index because it uses everybody and does not depend on a cut.
 */
export function decisionDiscrimination(decision: Decision, takers: TakersOf, dimension: Dimension): number | null {
  if (decision[dimension] === null) return null
  const all = together([...takers.values()])
  const rated = decision.choices.map((choice) => ({ rating: choice[dimension] ?? 0, own: takers.get(choice.id) }))
  let [ratings, squares, products] = [0, 0, 0]
  for (const { rating, own } of rated) {
    ratings += rating * (own?.n ?? 0)
    squares += rating ** 2 * (own?.n ?? 0)
    products += rating * (own?.sum[dimension] ?? 0)
  }
  const ofRatings = squares - ratings ** 2 / all.n
  const ofAbilities = scatterOf(all, dimension)
  if (!(ofRatings > 0) || !(ofAbilities > 0)) return null
  return (products - (ratings * all.sum[dimension]) / all.n) / Math.sqrt(ofRatings * ofAbilities)
}

/** Groups below this size are not compared. */
const ENOUGH_TAKERS = 10
/** One-sided 1 %, in standard errors. */
const BEYOND_CHANCE = 2.326
/** Decisions differ in how much they follow ability: one that does so half as much as the model says is still sound. */
const LEAST_SLOPE = BEST_PICK_SLOPE / 2

/** On what an option looks miskeyed: on a dimension, or on both together. */
export type Miskeyed = Dimension | 'both'

/**
 * Pure. On what an option looks miskeyed: those who took it are more able than those who took the options rated higher, and that
 * is beyond chance if the key were right: above what it says by 2.326 standard errors (one-sided 1 %), the slope of the choice
 * model halved. Where a decision rates one dimension, mean abilities are compared. Where it rates both:
 *
 * - on a dimension, with ability on the other held equal, since able people are often able in both. With μ the difference of the
 *   mean abilities and W their covariance within options, β = W⁻¹μ is the slope of the choice between the two groups (linear
 *   discriminant analysis), with covariance W⁻¹(1/n + 1/n′); the key says β = slope · (u − u′), u the values of the options;
 * - on both together, against the options of higher quality: the abilities are added up, and the key says μ = Wβ.
 */
export function miskeyedOn(decision: Decision, takers: TakersOf, choice: Choice): Array<Miskeyed> {
  const rated = DIMENSIONS.filter((dimension) => decision[dimension] !== null)
  const within = withinOptions([...takers.values()])
  const own = groupOf([choice], takers)
  if (within === null) return []
  const single: Array<Miskeyed> = rated.filter((dimension) => {
    const higher = decision.choices.filter((option) => (option[dimension] ?? 0) > (choice[dimension] ?? 0))
    const others = groupOf(higher, takers)
    return looksMiskeyed(own, others, () =>
      rated.length === 1 ? meanApart(own, others, within, [dimension]) : slopeApart(own, others, within, dimension),
    )
  })
  if (rated.length < 2) return single
  const better = groupOf(
    decision.choices.filter((option) => qualityOf(option) > qualityOf(choice)),
    takers,
  )
  return looksMiskeyed(own, better, () => meanApart(own, better, within, rated)) ? [...single, 'both'] : single
}

/** Those who took one of some options, and the mean value of what they took. */
type Group = { takers: Takers; value: Pair }

function groupOf(options: ReadonlyArray<Choice>, takers: TakersOf): Group {
  const groups = options.flatMap((option) => {
    const own = takers.get(option.id)
    return own ? [{ n: own.n, own, value: valueOf(option) }] : []
  })
  const all = together(groups.map(({ own }) => own))
  const mean = (dimension: Dimension) => groups.reduce((sum, { n, value }) => sum + n * value[dimension], 0) / all.n
  return { takers: all, value: { execution: mean('execution'), influence: mean('influence') } }
}

/** By how much two groups differ, by how much they would by the key, and the standard error. */
type Difference = { found: number; keyed: number; error: number }

function looksMiskeyed(own: Group, others: Group, difference: () => Difference): boolean {
  if (own.takers.n < ENOUGH_TAKERS || others.takers.n < ENOUGH_TAKERS) return false
  const { found, keyed, error } = difference()
  return found > 0 && found - keyed > BEYOND_CHANCE * error
}

/** Of the mean of the abilities on some dimensions, added up. */
function meanApart(own: Group, others: Group, within: Spread, dimensions: ReadonlyArray<Dimension>): Difference {
  const keyed = keyedSlope(own, others)
  const byKey = {
    execution: within.execution * keyed.execution + within.both * keyed.influence,
    influence: within.both * keyed.execution + within.influence * keyed.influence,
  }
  const sum = (valueOn: (dimension: Dimension) => number) => dimensions.reduce((total, one) => total + valueOn(one), 0)
  const variance = sum((one) => within[one]) + (dimensions.length === 2 ? 2 * within.both : 0)
  return {
    found: sum((one) => meanAbility(own.takers, one) - meanAbility(others.takers, one)),
    keyed: sum((one) => byKey[one]),
    error: Math.sqrt(variance * sampling(own, others)),
  }
}

/** Of β on a dimension. */
function slopeApart(own: Group, others: Group, within: Spread, dimension: Dimension): Difference {
  const rest: Dimension = dimension === 'execution' ? 'influence' : 'execution'
  const determinant = within.execution * within.influence - within.both ** 2
  const apart = meanAbility(own.takers, dimension) - meanAbility(others.takers, dimension)
  const apartInRest = meanAbility(own.takers, rest) - meanAbility(others.takers, rest)
  return {
    found: (within[rest] * apart - within.both * apartInRest) / determinant,
    keyed: keyedSlope(own, others)[dimension],
    error: Math.sqrt((within[rest] / determinant) * sampling(own, others)),
  }
}

function keyedSlope(own: Group, others: Group): Pair {
  return {
    execution: LEAST_SLOPE * (own.value.execution - others.value.execution),
    influence: LEAST_SLOPE * (own.value.influence - others.value.influence),
  }
}

function sampling(own: Group, others: Group): number {
  return 1 / own.takers.n + 1 / others.takers.n
}

/** The covariance of abilities within options, pooled over them; null where nobody shares an option. */
function withinOptions(groups: ReadonlyArray<Takers>): Spread | null {
  const taken = groups.filter(({ n }) => n > 0)
  const freedom = taken.reduce((sum, { n }) => sum + n - 1, 0)
  if (freedom < 1) return null
  const pooled = (scatter: (group: Takers) => number) => taken.reduce((sum, group) => sum + scatter(group), 0) / freedom
  return {
    execution: pooled((group) => scatterOf(group, 'execution')),
    influence: pooled((group) => scatterOf(group, 'influence')),
    both: pooled(crossScatterOf),
  }
}

/** An option that attracts fewer does nothing in its decision: Haladyna & Downing 1993; Tarrant, Ware & Mohammed 2009. */
const DEAD_BELOW = 0.05
/** Nearly nobody. */
const NEARLY_NOBODY = 0.02

/**
 * Pure. Whether nobody or nearly nobody takes an option although enough met it: at most 2 %, with a 90 % interval that lies
 * below 5 %, which takes 52 who met it where nobody took it. One taker counts like two: behind "< 3" nothing tells them apart.
 */
export function isDead(taken: number, offered: number): boolean {
  if (offered === 0) return false
  const { share, high } = wilsonShare(Math.min(offered, taken === 1 ? 2 : taken), offered)
  return share <= NEARLY_NOBODY && high < DEAD_BELOW
}
