import { DIMENSIONS, scoredDecisions } from '../quality.ts'
import type { CaseRule } from './rule.ts'

export const zeroInformation: CaseRule = {
  rule: 'measure/zero-information',
  check: ({ scenes }) =>
    scoredDecisions(scenes)
      .filter(({ choices }) =>
        DIMENSIONS.every((dimension) => new Set(choices.map((choice) => choice[dimension])).size <= 1),
      )
      .map(({ id, place }) => ({
        place,
        message: `Expected options of different ratings, found all options of decision "${id}" rated alike`,
        hint: 'A decision without a competency only branches and needs no ratings.',
      })),
}
