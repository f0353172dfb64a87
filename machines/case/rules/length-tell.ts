import { extremeInLength } from '../option-length.ts'
import { bestChoice, scoredDecisions } from '../quality.ts'
import { WHOLE_FILE } from './rule.ts'
import type { CaseRule } from './rule.ts'

/** How far above chance the best option may be the longest. */
const MARGIN = 0.15

/** Decisions in which several options are best are passed over; an option that shares its length is not the longest one. */
export const lengthTell: CaseRule = {
  rule: 'style/length-tell',
  check({ scenes }) {
    const decisions = scoredDecisions(scenes).filter(({ choices }) => bestChoice(choices) !== null)
    const told = decisions.filter(({ choices }) => {
      const longest = extremeInLength(choices, 'longest')
      return longest.length === 1 && longest[0] === bestChoice(choices)
    })
    const options = decisions.reduce((sum, { choices }) => sum + choices.length, 0)
    const highest = decisions.length / options + MARGIN
    if (decisions.length === 0 || told.length <= highest * decisions.length) return []
    return [
      {
        place: WHOLE_FILE,
        message:
          `Expected the best option to be the longest in at most ${(highest * 100).toFixed(0)} % of the decisions that have ` +
          `one best option, found it in ${told.length} of ${decisions.length}: ${told.map(({ id }) => id).join(', ')}`,
      },
    ]
  },
}
