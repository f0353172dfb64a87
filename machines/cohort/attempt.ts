import type { Stepper } from '../case/step.ts'
import type { Exposure } from '../play/exposure.ts'
import type { LoggedChoice } from '../play/replay.ts'
import type { Confidence } from '../play/spots.ts'
import type { Ability } from './ability.ts'

/** One decision of an attempt, as the log holds it. */
export type Answer = LoggedChoice & {
  worst: string | null
  confidence: Confidence
  exposure: Exposure
  /** When it was accepted, in milliseconds since the epoch. */
  acceptedMs: number
  /** From when the scene was first shown to the choice; null where that is not known. */
  readMs: number | null
  timedOut: boolean
}

/** A learner's first attempt at a case: no other of theirs is counted. */
export type FirstAttempt = {
  startedMs: number
  /** In order. */
  answers: ReadonlyArray<Answer>
  /** What is believed of the learner now. */
  ability: Ability
}

/** A case version that attempts are counted on. `nBar`: expected scored decisions in a play of it, at least 1. */
export type StudiedCase = { stepper: Stepper; nBar: number }
