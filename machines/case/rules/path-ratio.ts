import { tellWay } from '../graph/way.ts'
import { WHOLE_FILE } from './rule.ts'
import type { GraphRule } from './rule.ts'

const HIGHEST_RATIO = 1.6

export const pathRatio: GraphRule = {
  rule: 'measure/path-ratio',
  check({ graph, scoredDecisions }) {
    if (!scoredDecisions) return []
    const { least, most } = scoredDecisions
    if (most.value <= HIGHEST_RATIO * least.value) return []
    const longest =
      most.value === Infinity
        ? 'any number, by a loop,'
        : `${most.value} on the longest (${tellWay(graph, most.edges)})`
    return [
      {
        place: WHOLE_FILE,
        message:
          `Expected at most ${HIGHEST_RATIO} times as many scored decisions on the longest path as on the shortest, ` +
          `found ${longest} and ${least.value} on the shortest (${tellWay(graph, least.edges)})`,
      },
    ]
  },
}
