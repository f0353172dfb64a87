import type { Case } from '../case.ts'
import { qualityOf, scoredDecisions } from '../quality.ts'
import type { Player } from './players.ts'

/**
 * Pure. What a player gains of all that can be gained above chance: Σ(q taken − mean q) / Σ(highest q − mean q) over the scored
 * decisions of the file, with every option on offer. 1 for the best that can be done, 0 for chance; null where there is
 * nothing to gain.
 */
export function gainOf(player: Player, { scenes }: Case): number | null {
  let gained = 0
  let possible = 0
  for (const { choices } of scoredDecisions(scenes)) {
    const qualities = choices.map(qualityOf)
    const chances = player.best(choices)
    const mean = qualities.reduce((sum, quality) => sum + quality, 0) / qualities.length
    gained += qualities.reduce((sum, quality, index) => sum + quality * (chances[index] ?? 0), 0) - mean
    possible += Math.max(...qualities) - mean
  }
  return possible === 0 ? null : gained / possible
}
