import { decisionsOf } from '../quality.ts'
import type { GraphRule } from './rule.ts'

/** A decision that is never met is told of by its scene; here are only choices that a learner looks for in vain. */
export const unavailableChoice: GraphRule = {
  rule: 'graph/unavailable-choice',
  check({ case: source, graph, situations }) {
    const reached = new Set(Array.from(new Set(graph.scenes), (index) => source.scenes[index]?.exit))
    const offered = new Set(situations.list.flatMap((situation) => situation.offered))
    return decisionsOf(source.scenes)
      .filter((decision) => reached.has(decision))
      .flatMap((decision) => decision.choices.map((choice) => ({ decision, choice })))
      .filter(({ choice }) => !offered.has(choice))
      .map(({ decision, choice }) => ({
        place: choice.place,
        message: `Expected every choice to be offered in some state, found "${choice.id}" of decision "${decision.id}" never offered`,
        hint: 'Its condition holds in no state in which the decision is met.',
      }))
  },
}
