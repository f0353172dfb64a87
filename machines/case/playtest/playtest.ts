import { decisionsOf } from '../quality.ts'
import type { Stepper } from '../step.ts'
import { gainOf } from './gain.ts'
import { PLAYERS } from './players.ts'
import type { Player } from './players.ts'
import { randomFrom } from './random.ts'
import { simulate } from './simulate.ts'
import type { Play } from './simulate.ts'

/** What became of the plays of one player. Counts are of plays for endings, and of visits for choices. */
export type PlayerReport = {
  player: Player
  gain: number | null
  /** By the ids of endings; each ending of the case has a count. */
  endings: Map<string, number>
  /** By the ids of decisions and choices, each of the case. */
  choices: Map<string, Map<string, number>>
  /** Plays that were given up. */
  unfinished: number
  plays: Array<Play>
}

/**
 * Pure. Lets one player play a case so many times. The same seed gives the same plays; a player's do not depend on who else
 * plays.
 */
export function playtest(
  stepper: Stepper,
  player: Player,
  { runs, seed }: { runs: number; seed: number },
): PlayerReport {
  const random = randomFrom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(PLAYERS.indexOf(player) + 1, 0x85ebca6b))
  const plays = Array.from({ length: runs }, () => simulate(stepper, player, random))
  return { player, plays, gain: gainOf(player, stepper.case), ...counted(stepper, plays) }
}

function counted(
  { case: source }: Stepper,
  plays: ReadonlyArray<Play>,
): Pick<PlayerReport, 'endings' | 'choices' | 'unfinished'> {
  const endings = new Map<string, number>()
  for (const { exit } of source.scenes) if (exit.kind === 'ending') endings.set(exit.id, 0)
  const choices = new Map<string, Map<string, number>>()
  for (const decision of decisionsOf(source.scenes)) {
    choices.set(decision.id, new Map(decision.choices.map(({ id }) => [id, 0])))
  }
  let unfinished = 0
  for (const { steps, ending } of plays) {
    if (ending === null) unfinished += 1
    else endings.set(ending, (endings.get(ending) ?? 0) + 1)
    for (const { decision, chosen } of steps) {
      const counts = choices.get(decision.id)
      counts?.set(chosen.id, (counts.get(chosen.id) ?? 0) + 1)
    }
  }
  return { endings, choices, unfinished }
}
