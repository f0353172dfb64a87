import type { LoggedDecision } from '../../machines/score/log.ts'
import { EMPTY_PROFILE } from '../../machines/score/profile.ts'
import { addDecision, replay } from '../../machines/score/score.ts'
import { manyLoggedDecisions } from '../fixtures/log-makers.ts'

// How many decisions a second one core adds to a profile: both dimensions tagged, a best and a worst pick among four options,
// idle time before most, each decision read before it counts. And the same late in a long log.
// Ends with 1 if the target is missed.

const DECISIONS = 120
const ROUNDS = 1_000
const FEWEST_PER_SECOND = 100_000
/** So many decisions before the one that is added. */
const LONG_LOG = 10_000

/** The best round, since what else the machine does only takes away. */
function perSecond(decisions: ReadonlyArray<LoggedDecision>, start = EMPTY_PROFILE): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    decisions.reduce(addDecision, start)
    return (1_000 * decisions.length) / (performance.now() - from)
  })
  return Math.round(Math.max(...rounds))
}

const decisions = manyLoggedDecisions(DECISIONS)
const longLog = manyLoggedDecisions(LONG_LOG).map((decision, n) => ({ ...decision, case: `case-${n % 50}` }))
const found = perSecond(decisions)
console.log(`score:   ${found} updates a second (target ${FEWEST_PER_SECOND})`)
console.log(`         ${perSecond(decisions, replay(longLog))} after ${LONG_LOG} decisions`)
process.exitCode = found >= FEWEST_PER_SECOND ? 0 : 1
