import type { CaseFacts } from '../case/case-facts.ts'
import type { Choice, Decision } from '../case/case.ts'
import type { Situation } from '../case/graph/situations.ts'
import { integerAt } from '../case/graph/numbers.ts'
import { DIMENSIONS, dominates, ratingsOf, scoredDecisions } from '../case/quality.ts'

/** What share of the scored decisions is of a kind, 0–1: of all in the file, and on the complete paths with the least and most. */
export type Share = { all: number; leastOnPath: number; mostOnPath: number }

/** Of what kinds the decisions of a case are; the words are those of the three functions below. */
export type DecisionShares = { tradeOff: Share; poorOption: Share; oneBest: Share }

/**
 * Pure.
 * @throws RangeError where a loop lies on a path
 */
export function decisionSharesOf(facts: CaseFacts): DecisionShares {
  return {
    tradeOff: shareOf(facts, isTradeOff),
    poorOption: shareOf(facts, hasPoorOption),
    oneBest: shareOf(facts, hasOneBest),
  }
}

/** Pure. The share of execution in the tags of a case, and in the variance of the ratings that its options offer. */
export function executionShareOf({ case: source }: CaseFacts): { tags: number; variance: number } {
  const tags = { execution: 0, influence: 0 }
  const variance = { execution: 0, influence: 0 }
  for (const decision of scoredDecisions(source.scenes)) {
    for (const dimension of DIMENSIONS) {
      if (decision[dimension] === null) continue
      tags[dimension] += 1
      variance[dimension] += varianceOf(decision.choices.map((choice) => choice[dimension] ?? 0))
    }
  }
  return { tags: shareIn(tags), variance: shareIn(variance) }
}

function shareIn({ execution, influence }: { execution: number; influence: number }): number {
  return execution / (execution + influence)
}

function varianceOf(ratings: ReadonlyArray<number>): number {
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
  return ratings.reduce((sum, rating) => sum + (rating - mean) ** 2, 0) / ratings.length
}

/** Both dimensions are rated, and two or more options that no other dominates differ in their ratings. */
function isTradeOff({ execution, influence, choices }: Decision): boolean {
  if (execution === null || influence === null) return false
  return new Set(undominated(choices).map((choice) => ratingsOf(choice).join())).size > 1
}

/** Some option is rated 0 or 1 on all that is rated, and another dominates it. */
function hasPoorOption({ choices }: Decision): boolean {
  return choices.some(
    (choice) => ratingsOf(choice).every((rating) => rating <= 1) && choices.some((other) => dominates(other, choice)),
  )
}

/** A single option has the highest rating on all that is rated. */
function hasOneBest({ choices }: Decision): boolean {
  const best = choices.filter((choice) =>
    DIMENSIONS.every((dimension) => choices.every((other) => (other[dimension] ?? 0) <= (choice[dimension] ?? 0))),
  )
  return best.length === 1
}

function undominated(choices: ReadonlyArray<Choice>): Array<Choice> {
  return choices.filter((choice) => !choices.some((other) => dominates(other, choice)))
}

function shareOf(facts: CaseFacts, isOfKind: (decision: Decision) => boolean): Share {
  const decisions = scoredDecisions(facts.case.scenes)
  const onPaths = pathShares(facts, isOfKind)
  return {
    all: decisions.filter(isOfKind).length / decisions.length,
    leastOnPath: Math.min(...onPaths),
    mostOnPath: Math.max(...onPaths),
  }
}

/** The fewest and the most of a kind among the decisions that were met. */
type Met = { fewest: number; most: number }

/**
 * The shares that complete paths have, its extremes among them. A share does not add up along a path, but its two numbers
 * do: for each state, and each number of decisions met before it, the fewest and the most of the kind.
 */
function pathShares({ case: source, graph, paths, situations }: CaseFacts, isOfKind: (decision: Decision) => boolean) {
  if (paths.hasLoop) throw new RangeError(`Expected a case without a loop, found one in "${source.title}"`)
  const reached = Array.from({ length: graph.size }, () => new Map<number, Met>())
  reached[0]?.set(0, { fewest: 0, most: 0 })
  const shares: Array<number> = []
  for (const state of paths.components.members.toReversed()) {
    const situation = situations.list[integerAt(situations.of, state)]
    const after = afterSituation(reached[state] ?? new Map(), situation, isOfKind)
    if (graph.sceneAt(state).exit.kind === 'ending') {
      for (const [count, { fewest, most }] of after) shares.push(fewest / count, most / count)
    }
    for (let edge = integerAt(graph.offsets, state); edge < integerAt(graph.offsets, state + 1); edge += 1) {
      merge(reached[integerAt(graph.targets, edge)], after)
    }
  }
  return shares
}

function afterSituation(
  before: ReadonlyMap<number, Met>,
  situation: Situation | undefined,
  isOfKind: (decision: Decision) => boolean,
): ReadonlyMap<number, Met> {
  if (!situation?.isScored) return before
  const add = isOfKind(situation.decision) ? 1 : 0
  return new Map(
    [...before].map(([count, { fewest, most }]) => [count + 1, { fewest: fewest + add, most: most + add }]),
  )
}

function merge(into: Map<number, Met> | undefined, from: ReadonlyMap<number, Met>): void {
  for (const [count, { fewest, most }] of from) {
    const known = into?.get(count)
    into?.set(count, {
      fewest: Math.min(fewest, known?.fewest ?? fewest),
      most: Math.max(most, known?.most ?? most),
    })
  }
}
