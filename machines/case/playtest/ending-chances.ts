import type { CaseFacts } from '../case-facts.ts'
import { at, integerAt, numberAt } from '../graph/numbers.ts'
import type { Player } from './players.ts'

/**
 * Pure. With what chance a player comes to each ending, exact: chances are carried forward from the start, each state after
 * all that lead to it. By the ids of endings in the order of the file; they add up to 1.
 * @throws RangeError where a loop keeps a play from ending
 */
export function endingChances({ case: source, graph, paths }: CaseFacts, player: Player): Map<string, number> {
  if (paths.hasLoop) throw new RangeError(`Expected a case without a loop, found one in "${source.title}"`)
  const chances = new Float64Array(graph.size)
  chances[0] = 1
  const endings = new Map<string, number>()
  for (const { exit } of source.scenes) if (exit.kind === 'ending') endings.set(exit.id, 0)
  for (const state of paths.components.members.toReversed()) {
    const here = numberAt(chances, state)
    const { exit } = graph.sceneAt(state)
    if (exit.kind === 'ending') endings.set(exit.id, (endings.get(exit.id) ?? 0) + here)
    const edges = waysOn(graph, state)
    const taken = exit.kind === 'decision' ? player.best(edges.map(({ choice }) => at(exit.choices, choice))) : [1]
    for (const [place, { target }] of edges.entries()) {
      chances[target] = numberAt(chances, target) + here * (taken[place] ?? 0)
    }
  }
  return endings
}

function waysOn(graph: CaseFacts['graph'], state: number): Array<{ target: number; choice: number }> {
  const first = integerAt(graph.offsets, state)
  const length = integerAt(graph.offsets, state + 1) - first
  return Array.from({ length }, (_, place) => ({
    target: integerAt(graph.targets, first + place),
    choice: integerAt(graph.choices, first + place),
  }))
}
