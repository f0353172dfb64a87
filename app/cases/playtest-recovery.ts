import type { Dimension } from '../../machines/case/case.ts'
import { isScored } from '../../machines/case/case.ts'
import type { Play } from '../../machines/case/playtest/simulate.ts'
import { believedAlong } from '../../machines/score/belief.ts'
import type { LoggedDecision } from '../../machines/score/log.ts'
import { DIMENSION_WEIGHTS } from '../../machines/score/measures.ts'
import { replay } from '../../machines/score/score.ts'
import { scoredDecision } from '../../machines/score/scored-decision.ts'

/**
 * What the scores make of many plays, each by a learner of whom nothing was known: the mean estimate, its mean 90 % interval,
 * and the share of intervals that hold the true ability (null where there is none to hold).
 */
export type Recovered = { mean: number; low: number; high: number; holds: number | null }

const Z_OF_90_PERCENT = 1.6448536269514722

/** Pure. */
export function recoveredFrom(
  plays: ReadonlyArray<Play>,
  played: { slug: string; nBar: number; ability: number | null },
): Record<Dimension, Recovered> {
  const beliefs = plays.map((play) => replay(logOf(play, played)).belief)
  const recover = (dimension: Dimension): Recovered => {
    const sums = { mean: 0, low: 0, high: 0, holds: 0 }
    for (const belief of beliefs) {
      const { mean, variance } = believedAlong(belief, DIMENSION_WEIGHTS[dimension])
      const reach = Z_OF_90_PERCENT * Math.sqrt(variance)
      sums.mean += mean
      sums.low += mean - reach
      sums.high += mean + reach
      if (played.ability !== null && Math.abs(mean - played.ability) <= reach) sums.holds += 1
    }
    const count = beliefs.length
    const holds = played.ability === null ? null : sums.holds / count
    return { mean: sums.mean / count, low: sums.low / count, high: sums.high / count, holds }
  }
  return { execution: recover('execution'), influence: recover('influence') }
}

/** The log of one play; a decision that is met again shows nothing new. */
function logOf({ steps }: Play, { slug, nBar }: { slug: string; nBar: number }): Array<LoggedDecision> {
  const met = new Set<string>()
  return steps
    .filter(({ decision }) => isScored(decision))
    .map(({ decision, offered, chosen, worst }) => {
      const exposure = met.has(decision.id) ? 'seen' : 'first'
      met.add(decision.id)
      return scoredDecision({
        slug,
        nBar,
        decision,
        offered,
        choice: chosen.id,
        worst: worst?.id ?? null,
        exposure,
        idleDays: 0,
      })
    })
}
