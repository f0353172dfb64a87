import { COMPETENCIES, type Dimension } from '../case/case.ts'
import { type Belief, PRIOR } from './belief.ts'
import { type Evidence, NO_EVIDENCE } from './evidence.ts'

/** Another number wherever the same log would give another profile or other results. */
export const MODEL_VERSION = 1

/**
 * All that the log so far says of a learner: what the next decision and every result are computed from. Plain JSON, so it
 * can be cached; whoever finds a cached one of another `modelVersion` drops it and replays the log.
 */
export type Profile = {
  readonly modelVersion: number
  readonly belief: Belief
  readonly dimensions: Readonly<Record<Dimension, Evidence>>
  /** Seventeen, in the order of `COMPETENCIES`. */
  readonly competencies: ReadonlyArray<Evidence>
  /** Slug of the case of the last decision that counted, null before the first. */
  readonly lastCountedCase: string | null
}

/** What is known before the first decision. */
export const EMPTY_PROFILE: Profile = {
  modelVersion: MODEL_VERSION,
  belief: PRIOR,
  dimensions: { execution: NO_EVIDENCE, influence: NO_EVIDENCE },
  competencies: COMPETENCIES.map(() => NO_EVIDENCE),
  lastCountedCase: null,
}
