import type { LoggedChoice, Player, Standing } from './replay.ts'

export type WhatIf =
  | { kind: 'possible'; log: Array<LoggedChoice>; standing: Standing }
  /** The first `choices` of the choices were possible and lead to `standing`; the next one is not. */
  | { kind: 'impossible'; choices: number; standing: Standing }

/**
 * Pure. Plays on from decision `from` (from 0) of a log with other choices. `log` is then the log that such a run would have.
 * @throws Error where the log itself can't have happened up to there
 */
export function playOn(
  player: Player,
  log: ReadonlyArray<LoggedChoice>,
  from: number,
  choices: ReadonlyArray<string>,
): WhatIf {
  const kept = log.slice(0, from)
  const start = player.replay(kept)
  if ('refused' in start) throw new Error(`Expected a log that can be played, found ${start.refused.reason}`)
  let standing = start
  const run = [...kept]
  for (const [place, choice] of choices.entries()) {
    const { at } = standing
    const next = player.choose(standing, choice)
    if (at.kind === 'ending' || next === null) return { kind: 'impossible', choices: place, standing }
    run.push({ scene: at.scene.id, node: at.decision.id, choice })
    standing = next
  }
  return { kind: 'possible', log: run, standing }
}
