import { at, integerAt } from '../graph/numbers.ts'
import { shortestWayTo, tellWay } from '../graph/way.ts'
import type { GraphRule } from './rule.ts'

/** One problem for each decision, with the shortest way into it: states are numbered by their distance from the start. */
export const deadEnd: GraphRule = {
  rule: 'graph/dead-end',
  check({ case: source, graph, situations }) {
    const found = new Map<number, { nearest: number; states: number }>()
    for (let state = 0; state < graph.size; state += 1) {
      const scene = integerAt(graph.scenes, state)
      if (source.scenes[scene]?.exit.kind !== 'decision' || integerAt(situations.of, state) >= 0) continue
      const before = found.get(scene)
      if (before) before.states += 1
      else found.set(scene, { nearest: state, states: 1 })
    }
    return Array.from(found, ([scene, { nearest, states }]) => {
      const { exit, place } = at(source.scenes, scene)
      const id = exit.kind === 'decision' ? exit.id : ''
      return {
        place: exit.kind === 'decision' ? exit.place : place,
        message:
          `Expected a choice to be offered in every state, found decision "${id}" with none in ${states} ` +
          `${states === 1 ? 'state' : 'states'}; the shortest way there: ${tellWay(graph, shortestWayTo(graph, nearest))}`,
        hint: 'Give one of its choices no condition.',
      }
    })
  },
}
