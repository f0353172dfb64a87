import type { Dimension } from '../../machines/case/case.ts'
import type { Player } from '../../machines/case/playtest/players.ts'
import type { PlayerReport } from '../../machines/case/playtest/playtest.ts'
import type { Recovered } from './playtest-recovery.ts'

/** What became of a player's plays, and what the scores make of them. Plain data. */
export type Tested = Omit<PlayerReport, 'plays' | 'player'> & {
  player: Pick<Player, 'name' | 'ability'>
  recovered: Record<Dimension, Recovered>
}

/** The result of a playtest. */
export type Playtested = {
  runs: number
  seed: number
  /** Expected scored decisions in a play. */
  nBar: number
  tested: Array<Tested>
  unmetEndings: Array<string>
  untakenChoices: Array<{ decision: string; choice: string }>
}
