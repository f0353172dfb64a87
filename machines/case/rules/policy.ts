import type { Choice } from '../case.ts'
import { extremeInLength } from '../option-length.ts'
import { qualityOf, scoredDecisions } from '../quality.ts'
import { WHOLE_FILE } from './rule.ts'
import type { CaseRule } from './rule.ts'

const HIGHEST_GAIN = 0.25

/** What is gained without reading: Σ(q taken − mean q) / Σ(highest q − mean q) over the scored decisions of the file. */
export const policy: CaseRule = {
  rule: 'style/policy',
  check({ scenes }) {
    const decisions = scoredDecisions(scenes).map(({ choices }) => choices)
    return (['longest', 'shortest'] as const).flatMap((which) => {
      let gained = 0
      let possible = 0
      for (const choices of decisions) {
        const chance = meanQuality(choices)
        gained += meanQuality(extremeInLength(choices, which)) - chance
        possible += Math.max(...choices.map(qualityOf)) - chance
      }
      if (possible === 0 || gained <= HIGHEST_GAIN * possible) return []
      const message =
        `Expected always taking the ${which} option to gain at most ${HIGHEST_GAIN * 100} % of what can be gained above ` +
        `chance, found ${((gained / possible) * 100).toFixed(1)} %`
      return [{ place: WHOLE_FILE, message }]
    })
  },
}

function meanQuality(choices: ReadonlyArray<Choice>): number {
  return choices.reduce((sum, choice) => sum + qualityOf(choice), 0) / choices.length
}
