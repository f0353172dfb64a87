import { leastPath } from '../graph/least-path.ts'
import { perSituation } from '../graph/situations.ts'
import { tellWay } from '../graph/way.ts'
import { WHOLE_FILE } from './rule.ts'
import type { GraphRule } from './rule.ts'

const LOW = 1
const HIGH = 3

/** A path is wide enough on a dimension if one of its decisions offers both a low and a high option there. */
export const range: GraphRule = {
  rule: 'measure/range',
  check({ graph, paths, situations, judged }) {
    return judged.flatMap((dimension) => {
      const ofState = perSituation(situations, ({ offered }) => {
        const ratings = offered.flatMap((choice) => choice[dimension] ?? [])
        return ratings.some((rating) => rating <= LOW) && ratings.some((rating) => rating >= HIGH) ? 1 : 0
      })
      const path = leastPath(paths, { ofState })
      if (!path || path.value > 0) return []
      return [
        {
          place: WHOLE_FILE,
          message:
            `Expected on every path a decision that offers both an option rated ≤ ${LOW} and one rated ≥ ${HIGH} on ` +
            `${dimension}, found none on the way: ${tellWay(graph, path.edges)}`,
        },
      ]
    })
  },
}
