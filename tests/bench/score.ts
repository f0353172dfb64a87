import type { LoggedDecision } from '../../machines/score/log.ts'
import { EMPTY_PROFILE } from '../../machines/score/profile.ts'
import { addDecision, replay } from '../../machines/score/score.ts'
import { manyLoggedDecisions } from '../fixtures/log-makers.ts'
import type { Finding } from './finding.ts'

// How many decisions a second one core adds to a profile: both dimensions tagged, a best and a worst pick among four options,
// idle time before most, each decision read before it counts. And the same late in a long log.

const DECISIONS = 120
const ROUNDS = 1_000
const FEWEST_PER_SECOND = 100_000
/** So many decisions before the one that is added. */
const LONG_LOG = 10_000

export function benchScore(): Finding {
  const decisions = manyLoggedDecisions(DECISIONS)
  const longLog = manyLoggedDecisions(LONG_LOG).map((decision, n) => ({ ...decision, case: `case-${n % 50}` }))
  const found = perSecond(decisions)
  const late = perSecond(decisions, replay(longLog))
  return {
    title: 'adding a decision to a profile',
    tables: [
      [
        ['', 'updates/s'],
        ['to an empty profile', String(found)],
        [`after ${LONG_LOG} decisions`, String(late)],
      ],
    ],
    targets: [
      {
        name: 'score updates a second',
        wanted: `at least ${FEWEST_PER_SECOND}`,
        found: String(found),
        isMet: found >= FEWEST_PER_SECOND,
      },
    ],
  }
}

/** The best round, since what else the machine does only takes away. */
function perSecond(decisions: ReadonlyArray<LoggedDecision>, start = EMPTY_PROFILE): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    decisions.reduce(addDecision, start)
    return (1_000 * decisions.length) / (performance.now() - from)
  })
  return Math.round(Math.max(...rounds))
}
