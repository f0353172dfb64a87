import { whatReaches } from '../graph/complete-paths.ts'
import { at, flagAt, integerAt } from '../graph/numbers.ts'
import { shortestWayTo, tellWay } from '../graph/way.ts'
import type { GraphRule } from './rule.ts'

/** One problem for each set of scenes that a learner goes round in for ever, with the shortest way into it. */
export const noEnding: GraphRule = {
  rule: 'graph/no-ending',
  check({ case: source, graph, paths: { components } }) {
    const stops = whatReaches(
      graph,
      components,
      (state) => integerAt(graph.offsets, state) === integerAt(graph.offsets, state + 1),
    )
    const nearest = new Map<string, { state: number; scenes: Array<string> }>()
    for (let component = 0; component < components.count; component += 1) {
      const members = components.members.subarray(
        integerAt(components.offsets, component),
        integerAt(components.offsets, component + 1),
      )
      if (flagAt(stops, integerAt(members, 0)) === 1 || leaves(component, members)) continue
      const scenes = [...new Set(members.map((state) => integerAt(graph.scenes, state)))].sort((a, b) => a - b)
      const key = scenes.join(' ')
      const first = members.reduce((least, state) => Math.min(least, state))
      const before = nearest.get(key)
      if (before && before.state < first) continue
      nearest.set(key, { state: first, scenes: scenes.map((scene) => at(source.scenes, scene).id) })
    }
    return Array.from(nearest.values(), ({ state, scenes }) => ({
      place: graph.sceneAt(state).place,
      message:
        `Expected a way to an ending from every state, found a loop without a way out (${scenes.join(', ')}); ` +
        `the shortest way there: ${tellWay(graph, shortestWayTo(graph, state))}`,
      hint: 'Give one of these scenes a choice or a Next that leads out.',
    }))

    function leaves(component: number, members: Int32Array): boolean {
      return members.some((state) =>
        graph.targets
          .subarray(integerAt(graph.offsets, state), integerAt(graph.offsets, state + 1))
          .some((target) => integerAt(components.of, target) !== component),
      )
    }
  },
}
