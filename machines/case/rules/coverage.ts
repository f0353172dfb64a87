import { leastPath } from '../graph/least-path.ts'
import { perSituation } from '../graph/situations.ts'
import { tellWay } from '../graph/way.ts'
import { DIMENSIONS } from '../quality.ts'
import { WHOLE_FILE } from './rule.ts'
import type { GraphRule } from './rule.ts'

const FEWEST = 2

/** A decision measures the competency that it names if the options offered are not all rated alike on it. */
export const coverage: GraphRule = {
  rule: 'measure/coverage',
  check({ case: source, graph, paths, situations }) {
    return [...new Set(source.claims)].flatMap((claim) => {
      const ofState = perSituation(situations, ({ decision, offered }) => {
        const dimension = DIMENSIONS.find((named) => decision[named] === claim)
        return dimension && new Set(offered.map((choice) => choice[dimension])).size > 1 ? 1 : 0
      })
      const least = leastPath(paths, { ofState })
      if (!least || least.value >= FEWEST) return []
      return [
        {
          place: WHOLE_FILE,
          message:
            `Expected the claimed competency "${claim}" to be measured at least ${FEWEST} times on every path, found it ` +
            `${least.value === 0 ? 'not measured' : 'measured once'} on the way: ${tellWay(graph, least.edges)}`,
        },
      ]
    })
  },
}
