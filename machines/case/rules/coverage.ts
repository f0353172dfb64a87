import { leastMeasured } from '../graph/least-measured.ts'
import { tellWay } from '../graph/way.ts'
import { WHOLE_FILE } from './rule.ts'
import type { GraphRule } from './rule.ts'

const FEWEST = 2

export const coverage: GraphRule = {
  rule: 'measure/coverage',
  check({ case: source, graph, paths, situations }) {
    return [...new Set(source.claims)].flatMap((claim) => {
      const least = leastMeasured(paths, situations, claim)
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
