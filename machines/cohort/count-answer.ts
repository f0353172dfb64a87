import type { Choice, Decision, Dimension } from '../case/case.ts'
import { isScored } from '../case/case.ts'
import { DIMENSIONS } from '../case/quality.ts'
import { EXPOSURE_WEIGHTS, weightInCase } from '../score/weight.ts'
import { restAbility } from './ability.ts'
import type { Ability } from './ability.ts'
import type { Answer, StudiedCase } from './attempt.ts'

/** A decision with what was on offer when it was answered. */
export type Asked = { decision: Decision; offered: ReadonlyArray<Choice>; answer: Answer }

/** Abilities are counted in these parts of the model's unit, so that their sums are exact. */
export const ABILITY_PARTS = 10_000
/** The most that an ability counts as, either way: no profile comes near it, and sums of squares stay exact up to 10⁷ answers. */
const FARTHEST = 3 * ABILITY_PARTS
/** Reading times are counted in whole seconds up to an hour. */
const MOST_SECONDS = 3600
/** Qualities are counted in eighths, of which each is a whole number. */
export const QUALITY_PARTS = 8

/** Pure. What the first answer of a learner to a decision counts, whatever the others do. */
export function answerCounts(studied: StudiedCase, asked: Asked, ability: Ability): Array<[string, number]> {
  const { decision, offered, answer } = asked
  const chosen = offered.find(({ id }) => id === answer.choice)
  if (!chosen) throw new Error(`Expected "${answer.choice}" on offer in "${decision.id}"`)
  const worst = offered.some(({ id }) => id === answer.worst) ? answer.worst : null
  const level = answer.confidence ?? '-'
  return [
    [`chosen ${decision.id} ${chosen.id}`, 1],
    [`worst ${decision.id} ${worst ?? '-'}`, 1],
    [`confidence ${decision.id} ${level}`, 1],
    [`quality ${decision.id} ${level}`, eighthsOf(chosen)],
    ...offered.map(({ id }): [string, number] => [`offered ${decision.id} ${id}`, 1]),
    ...DIMENSIONS.flatMap((dimension) => attainedCounts(asked, chosen, dimension)),
    ...secondsCount(asked),
    ...(isScored(decision) ? abilityCounts(studied, asked, ability) : []),
  ]
}

function eighthsOf({ execution, influence }: Choice): number {
  if (execution === null || influence === null) return 2 * ((execution ?? 0) + (influence ?? 0))
  return execution + influence
}

/** How much of what was on offer on a dimension was taken: both counted from the lowest rating. */
function attainedCounts({ decision, offered }: Asked, chosen: Choice, dimension: Dimension): Array<[string, number]> {
  const rating = chosen[dimension]
  if (rating === null) return []
  const ratings = offered.map((choice) => choice[dimension] ?? 0)
  const lowest = Math.min(...ratings)
  return [
    [`attained ${decision.id} ${dimension}`, rating - lowest],
    [`attainable ${decision.id} ${dimension}`, Math.max(...ratings) - lowest],
  ]
}

/** A time limit says nothing of how long a learner takes. */
function secondsCount({ decision, answer }: Asked): Array<[string, number]> {
  if (answer.readMs === null || answer.timedOut) return []
  return [[`seconds ${decision.id} ${Math.min(MOST_SECONDS, Math.round(Math.max(0, answer.readMs) / 1000))}`, 1]]
}

/** Number, sums, and sums of products of what the takers of an option are able to do; hasty answers measure nothing. */
function abilityCounts({ nBar }: StudiedCase, asked: Asked, ability: Ability): Array<[string, number]> {
  const { decision, offered, answer } = asked
  const exposureWeight = EXPOSURE_WEIGHTS[answer.exposure]
  if (exposureWeight === 0) return []
  const placeOf = (id: string | null) => offered.findIndex((choice) => choice.id === id)
  const worst = placeOf(answer.worst)
  const rest = restAbility(ability, {
    options: offered,
    best: placeOf(answer.choice),
    worst: worst === -1 ? null : worst,
    weight: weightInCase(exposureWeight, nBar),
  })
  const [x, y] = [partsOf(rest.execution), partsOf(rest.influence)]
  const heading = `takers ${decision.id} ${answer.choice}`
  return [
    [`${heading} n`, 1],
    [`${heading} x`, x],
    [`${heading} y`, y],
    [`${heading} xx`, x * x],
    [`${heading} xy`, x * y],
    [`${heading} yy`, y * y],
  ]
}

function partsOf(ability: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(ability * ABILITY_PARTS)))
}
