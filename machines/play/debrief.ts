import type { Choice, Decision, Dimension } from '../case/case.ts'
import { dominates, qualityOf } from '../case/quality.ts'

/** A decision as it was taken: what was on offer at that moment, what was chosen, and what was named as most harmful. */
export type Taken = { decision: Decision; offered: ReadonlyArray<Choice>; chosen: Choice; worst: Choice | null }

export type Judgement = {
  /** The dimensions on which nothing on offer was rated higher than the choice; empty where the decision is unscored. */
  chosenIsStrongestFor: Array<Dimension>
  /** Where the choice was not the strongest: the option that was, for one dimension or for both at once. */
  strongest: Array<{ for: Array<Dimension>; choice: Choice }>
  /** About the option named as most harmful; null where none was, or nothing is rated. */
  worst: 'lowest' | 'chosen-is-lower' | 'another-is-lower' | null
}

/** Pure. What a decision showed, from the ratings of the options that were on offer. */
export function judge({ decision, offered, chosen, worst }: Taken): Judgement {
  const dimensions = ratedDimensions(decision)
  const missed = dimensions.filter((dimension) => rating(chosen, dimension) < highest(offered, dimension))
  return {
    chosenIsStrongestFor: dimensions.filter((dimension) => !missed.includes(dimension)),
    strongest: strongestFor(missed, offered, chosen),
    worst: worst && dimensions.length > 0 ? judgeWorst(offered, chosen, worst) : null,
  }
}

function strongestFor(
  missed: Array<Dimension>,
  offered: ReadonlyArray<Choice>,
  chosen: Choice,
): Judgement['strongest'] {
  const others = offered.filter((choice) => choice.id !== chosen.id)
  const both = others.find((choice) =>
    missed.every((dimension) => rating(choice, dimension) === highest(offered, dimension)),
  )
  if (missed.length === 2 && both) return [{ for: missed, choice: both }]
  return missed.flatMap((dimension) => {
    const best = others.filter((choice) => rating(choice, dimension) === highest(offered, dimension))
    // Of several that are equally strong here, the one that costs least on the other side.
    const [choice] = best.sort((a, b) => qualityOf(b) - qualityOf(a))
    return choice ? [{ for: [dimension], choice }] : []
  })
}

function judgeWorst(offered: ReadonlyArray<Choice>, chosen: Choice, worst: Choice): Judgement['worst'] {
  const lowest = Math.min(...offered.map(qualityOf))
  if (qualityOf(worst) === lowest) return 'lowest'
  return qualityOf(chosen) === lowest ? 'chosen-is-lower' : 'another-is-lower'
}

/** How a run dealt with the decisions in which nothing on offer was best for both dimensions. */
export type Pattern = {
  tradeOffs: number
  /** Nearer to the best for the work, nearer to the best for the people, or as near to one as to the other. */
  toExecution: number
  toInfluence: number
  between: number
  /** Choices, in any scored decision, that another option bettered on one side and equalled or bettered on the other. */
  bettered: number
  scored: number
}

/** Pure. The pattern of a run in numbers. */
export function patternOf(taken: ReadonlyArray<Taken>): Pattern {
  const pattern: Pattern = { tradeOffs: 0, toExecution: 0, toInfluence: 0, between: 0, bettered: 0, scored: 0 }
  for (const { decision, offered, chosen } of taken) {
    const dimensions = ratedDimensions(decision)
    if (dimensions.length === 0) continue
    pattern.scored += 1
    if (offered.some((choice) => dominates(choice, chosen))) pattern.bettered += 1
    if (dimensions.length < 2 || hasBestForBoth(offered)) continue
    pattern.tradeOffs += 1
    const toWork = highest(offered, 'execution') - rating(chosen, 'execution')
    const toPeople = highest(offered, 'influence') - rating(chosen, 'influence')
    if (toWork < toPeople) pattern.toExecution += 1
    else if (toPeople < toWork) pattern.toInfluence += 1
    else pattern.between += 1
  }
  return pattern
}

/** What the choices of a run were rated in sum, and the most that was on offer at each of its decisions in sum. */
export type Sum = { shown: number; possible: number }

/**
 * Pure. What a run showed for each dimension, on the scale of the debrief (0–4 a decision). Only the decisions that rate the
 * dimension are in its sum: where none does, both numbers are 0.
 */
export function sumsOf(taken: ReadonlyArray<Taken>): Record<Dimension, Sum> {
  const sums = { execution: { shown: 0, possible: 0 }, influence: { shown: 0, possible: 0 } }
  for (const { decision, offered, chosen } of taken) {
    for (const dimension of ratedDimensions(decision)) {
      sums[dimension].shown += rating(chosen, dimension)
      sums[dimension].possible += highest(offered, dimension)
    }
  }
  return sums
}

function hasBestForBoth(offered: ReadonlyArray<Choice>): boolean {
  return offered.some(
    (choice) =>
      rating(choice, 'execution') === highest(offered, 'execution') &&
      rating(choice, 'influence') === highest(offered, 'influence'),
  )
}

function ratedDimensions(decision: Decision): Array<Dimension> {
  const dimensions: Array<Dimension> = ['execution', 'influence']
  return dimensions.filter((dimension) => decision[dimension] !== null)
}

function highest(offered: ReadonlyArray<Choice>, dimension: Dimension): number {
  return Math.max(...offered.map((choice) => rating(choice, dimension)))
}

function rating(choice: Choice, dimension: Dimension): number {
  return choice[dimension] ?? 0
}
