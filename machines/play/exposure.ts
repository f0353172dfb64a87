import { WORDS_PER_MINUTE } from '../case/reading.ts'

/** How much a decision can still show: memory and haste show nothing. */
export type Exposure = 'first' | 'seen' | 'replay-new' | 'rapid'

export const EXPOSURES = ['first', 'seen', 'replay-new', 'rapid'] as const satisfies ReadonlyArray<Exposure>

/** Below this part of the reading time nobody can have read the scene. */
const RAPID = 0.25

/** How long `words` take to read, in milliseconds. */
export function readingTimeMs(words: number): number {
  return (words / WORDS_PER_MINUTE) * 60_000
}

/**
 * Pure. The exposure of a decision: the first that applies of seen, rapid, replay-new, first.
 * `metBefore`: the learner answered this decision earlier, in this attempt or in any attempt of the case, or an earlier attempt
 * stopped in front of it. `playedBefore`: there is an earlier attempt of the case. `readMs` is null where no clock ran.
 */
export function exposureOf(facts: {
  metBefore: boolean
  playedBefore: boolean
  timedOut: boolean
  readMs: number | null
  words: number
}): Exposure {
  if (facts.metBefore) return 'seen'
  if (facts.timedOut) return 'rapid'
  if (facts.readMs !== null && facts.readMs < RAPID * readingTimeMs(facts.words)) return 'rapid'
  return facts.playedBefore ? 'replay-new' : 'first'
}
