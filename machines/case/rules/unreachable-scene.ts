import type { GraphRule } from './rule.ts'

export const unreachableScene: GraphRule = {
  rule: 'graph/unreachable-scene',
  check({ case: source, graph }) {
    const reached = new Set(graph.scenes)
    return source.scenes.flatMap((scene, index) =>
      reached.has(index)
        ? []
        : [
            {
              place: scene.place,
              message: `Expected a way from the start to every scene, found none to "${scene.id}"`,
              hint: 'Lead a choice or a Next to it, loosen the conditions on the way, or take the scene out.',
            },
          ],
    )
  },
}
