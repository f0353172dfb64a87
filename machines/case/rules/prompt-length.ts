import { at, integerAt } from '../graph/numbers.ts'
import type { GraphRule } from './rule.ts'

const MOST_WORDS = 180

/** Scene prose, question and closing prose together, in the state that shows most of it. */
export const promptLength: GraphRule = {
  rule: 'style/prompt-length',
  check({ case: source, graph, reading }) {
    const most = new Float64Array(source.scenes.length)
    for (let state = 0; state < graph.size; state += 1) {
      const scene = integerAt(graph.scenes, state)
      most[scene] = Math.max(at(most, scene), reading.scene(graph.stateAt(state)).prose)
    }
    return source.scenes.flatMap(({ id, place }, scene) => {
      const words = at(most, scene)
      if (words <= MOST_WORDS) return []
      const message = `Expected at most ${MOST_WORDS} words of prose in a scene, artefacts not counted, found ${words} in "${id}"`
      return [{ place, message }]
    })
  },
}
