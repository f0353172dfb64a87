import { mostMeetings } from '../graph/meetings.ts'
import type { GraphRule } from './rule.ts'

export const loop: GraphRule = {
  rule: 'graph/loop',
  check({ graph, paths }) {
    return mostMeetings(graph, paths.components).map(({ decision, isEndless }) => ({
      place: decision.place,
      message: `Expected a decision to be met at most twice on a path, found "${decision.id}" met ${
        isEndless ? 'any number of times' : 'three times or more'
      }`,
      hint: 'Close the way back once it has been taken, with a variable or visited(…).',
    }))
  },
}
