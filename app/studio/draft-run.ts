import { NoWayOn } from '../../machines/play/replay.ts'
import type { Player, Standing } from '../../machines/play/replay.ts'

/**
 * How far the choices of a way lead: to `standing` after the first `possible` of them, or into a scene from which there is no way on.
 */
export type DraftRun = { kind: 'rests'; standing: Standing; possible: number } | { kind: 'stuck'; scene: string }

/**
 * Pure. Plays a draft, which may have errors that a published case has not. A choice that the text no longer has ends the way: what was
 * edited meanwhile is shown as far as it goes. `start` makes the player, which passes the first scenes.
 */
export function draftRun(start: () => Player, choices: ReadonlyArray<string>): DraftRun {
  try {
    const player = start()
    let standing = player.start
    let possible = 0
    for (const choice of choices) {
      const next = player.choose(standing, choice)
      if (next === null) break
      standing = next
      possible += 1
    }
    const isOpen = standing.at.kind === 'ending' || player.stepper.offered(standing.state).length > 0
    return isOpen ? { kind: 'rests', standing, possible } : { kind: 'stuck', scene: standing.at.scene.id }
  } catch (error) {
    if (error instanceof NoWayOn) return { kind: 'stuck', scene: error.scene }
    throw error
  }
}
