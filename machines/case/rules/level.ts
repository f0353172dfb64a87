import { leastLevel } from '../graph/path-information.ts'
import { tellWay } from '../graph/way.ts'
import { WHOLE_FILE } from './rule.ts'
import type { GraphRule } from './rule.ts'

const LEAST_EIGENVALUE = 0.5

/** Preference is between two dimensions: a case that is judged on one is left to `measure/low-information`. */
export const level: GraphRule = {
  rule: 'measure/level',
  check({ graph, paths, situations, judged }) {
    const least = judged.length === 2 ? leastLevel(paths, situations) : null
    if (!least || least.value >= LEAST_EIGENVALUE) return []
    return [
      {
        place: WHOLE_FILE,
        message:
          `Expected ${LEAST_EIGENVALUE} or more as smallest eigenvalue of every path's information matrix, found ` +
          `${least.value.toFixed(3)}, which would show preference and not level, on the way: ${tellWay(graph, least.edges)}`,
        hint: 'An option that is poor on both dimensions, beside the trade-off, is what shows level.',
      },
    ]
  },
}
