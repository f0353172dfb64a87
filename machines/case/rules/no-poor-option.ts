import { ratingsOf, scoredDecisions } from '../quality.ts'
import { WHOLE_FILE } from './rule.ts'
import type { CaseRule } from './rule.ts'

const POOR = 1

/** On two dimensions an option is poor if it is so on both: with 4 on the other it is one side of a trade-off. */
export const noPoorOption: CaseRule = {
  rule: 'measure/no-poor-option',
  check({ scenes }) {
    const decisions = scoredDecisions(scenes)
    const withPoor = decisions.filter(({ choices }) =>
      choices.some((choice) => ratingsOf(choice).every((rating) => rating <= POOR)),
    )
    if (withPoor.length * 2 >= decisions.length) return []
    return [
      {
        place: WHOLE_FILE,
        message:
          `Expected an option rated ≤ ${POOR} in at least half of the scored decisions, found one in ` +
          `${withPoor.length} of ${decisions.length}`,
      },
    ]
  },
}
