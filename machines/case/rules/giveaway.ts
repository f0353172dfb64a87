import { DIMENSIONS, scoredDecisions } from '../quality.ts'
import { WHOLE_FILE } from './rule.ts'
import type { CaseRule } from './rule.ts'

const HIGHEST_SHARE = 0.4

export const giveaway: CaseRule = {
  rule: 'measure/giveaway',
  check({ scenes }) {
    const decisions = scoredDecisions(scenes).filter(({ execution, influence }) => execution && influence)
    const giveaways = decisions.filter(({ choices }) =>
      choices.some((choice) =>
        DIMENSIONS.every((dimension) => choices.every((other) => (other[dimension] ?? 0) <= (choice[dimension] ?? 0))),
      ),
    )
    if (giveaways.length <= HIGHEST_SHARE * decisions.length) return []
    return [
      {
        place: WHOLE_FILE,
        message:
          `Expected one option to be best on both dimensions in at most ${HIGHEST_SHARE * 100} % of the decisions that ` +
          `have both, found it in ${giveaways.length} of ${decisions.length}: ${giveaways.map(({ id }) => id).join(', ')}`,
      },
    ]
  },
}
