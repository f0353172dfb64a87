import { tellWay } from '../graph/way.ts'
import { WHOLE_FILE } from './rule.ts'
import type { GraphRule } from './rule.ts'

const ENOUGH = 1
/** Under this a play says so little that the case can't be published. */
const TOO_LITTLE = 0.6

export const lowInformation: GraphRule = {
  rule: 'measure/low-information',
  check({ graph, information, judged }) {
    return judged.flatMap((dimension) => {
      const least = information[dimension]?.least
      if (!least || least.value >= ENOUGH) return []
      return [
        {
          place: WHOLE_FILE,
          severity: least.value < TOO_LITTLE ? 'error' : 'warning',
          message:
            `Expected information of ${ENOUGH.toFixed(1)} or more on ${dimension} on every path (under ${TOO_LITTLE} is an ` +
            `error), found ${least.value.toFixed(3)} on the way: ${tellWay(graph, least.edges)}`,
          hint: 'Options rated far apart tell most: 0, 1, 3 and 4 on one dimension bring 0.24, 1 to 4 only 0.14.',
        },
      ]
    })
  },
}
