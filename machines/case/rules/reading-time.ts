import { tellWay } from '../graph/way.ts'
import { WORDS_PER_MINUTE } from '../reading.ts'
import { WHOLE_FILE } from './rule.ts'
import type { Finding, GraphRule } from './rule.ts'

const MOST_MINUTES = 25
/** How far the longest path may be from what the learner is told, as a part of that. */
const TOLERANCE = 0.5

export const readingTime: GraphRule = {
  rule: 'style/reading-time',
  check({ case: source, graph, longestReading: longest }) {
    if (!longest) return []
    if (longest.value === Infinity) {
      return [
        { place: WHOLE_FILE, message: `Expected at most ${MOST_MINUTES} minutes of reading, found a loop without end` },
      ]
    }
    const findings: Array<Finding> = []
    const told = source.minutes
    const minutes = longest.value / WORDS_PER_MINUTE
    const found = `found ${minutes.toFixed(1)} (${longest.value} words at ${WORDS_PER_MINUTE} a minute)`
    if (minutes > MOST_MINUTES) {
      const message = `Expected at most ${MOST_MINUTES} minutes of reading, ${found} on: ${tellWay(graph, longest.edges)}`
      findings.push({ place: WHOLE_FILE, message })
    }
    if (Math.abs(minutes - told) > TOLERANCE * told) {
      const message = `Expected the longest path to read within half of the ${told} minutes in \`minutes\`, ${found}`
      findings.push({ place: WHOLE_FILE, message })
    }
    return findings
  },
}
