import { judgedIn } from '../case-facts.ts'
import { informationOf } from '../information.ts'
import { scoredDecisions } from '../quality.ts'
import { WHOLE_FILE } from './rule.ts'
import type { CaseRule } from './rule.ts'

const LEAST_SHARE = 0.4
const GREATEST_SHARE = 0.6

/** Over all scored decisions of the file, each with all its options. A case that is judged on one dimension has no balance. */
export const balance: CaseRule = {
  rule: 'measure/balance',
  check(source) {
    const informations = scoredDecisions(source.scenes).map(({ choices }) => informationOf(choices))
    const execution = informations.reduce((sum, information) => sum + information.execution, 0)
    const influence = informations.reduce((sum, information) => sum + information.influence, 0)
    const share = execution / (execution + influence)
    if (judgedIn(source).length < 2 || !(share < LEAST_SHARE || share > GREATEST_SHARE)) return []
    return [
      {
        place: WHOLE_FILE,
        message:
          `Expected execution to have ${LEAST_SHARE * 100}–${GREATEST_SHARE * 100} % of the information, found ` +
          `${(share * 100).toFixed(1)} % (${execution.toFixed(3)} of ${(execution + influence).toFixed(3)})`,
      },
    ]
  },
}
