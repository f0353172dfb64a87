import { dominates, scoredDecisions } from '../quality.ts'
import { WHOLE_FILE } from './rule.ts'
import type { CaseRule } from './rule.ts'

/** Counted over the scored decisions: options without ratings can't be weighed against each other. */
export const dilemma: CaseRule = {
  rule: 'measure/dilemma',
  check({ scenes }) {
    const decisions = scoredDecisions(scenes)
    const dilemmas = decisions.filter(
      ({ choices }) => choices.filter((choice) => !choices.some((other) => dominates(other, choice))).length >= 2,
    )
    if (dilemmas.length * 2 >= decisions.length) return []
    return [
      {
        place: WHOLE_FILE,
        message:
          'Expected two or more Pareto-optimal options in at least half of the scored decisions, found them in ' +
          `${dilemmas.length} of ${decisions.length}`,
        hint: 'An option is Pareto-optimal if no other is at least as good on both dimensions and better on one.',
      },
    ]
  },
}
