import { tellWay } from '../graph/way.ts'
import { WHOLE_FILE } from './rule.ts'
import type { Finding, GraphRule } from './rule.ts'

const FEWEST = 8
const MOST = 15

export const pathLength: GraphRule = {
  rule: 'measure/path-length',
  check({ graph, scoredDecisions }) {
    const findings: Array<Finding> = []
    if (!scoredDecisions) return findings
    const { least, most } = scoredDecisions
    const expected = `Expected ${FEWEST}–${MOST} scored decisions on every path, found`
    if (least.value < FEWEST) {
      const message = `${expected} ${least.value} on the shortest: ${tellWay(graph, least.edges)}`
      findings.push({ place: WHOLE_FILE, message })
    }
    if (most.value === Infinity) {
      findings.push({ place: WHOLE_FILE, message: `${expected} a loop that makes the longest endless` })
    } else if (most.value > MOST) {
      const message = `${expected} ${most.value} on the longest: ${tellWay(graph, most.edges)}`
      findings.push({ place: WHOLE_FILE, message })
    }
    return findings
  },
}
