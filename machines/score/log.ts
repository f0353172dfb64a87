import type { ExecutionId, InfluenceId, Rating } from '../case/case.ts'

/** Every decision of every attempt of one learner, in the order in which they were accepted. */
export type Log = { role: Role | null; decisions: Array<LoggedDecision> }

/** What the learner's role asks of each dimension; without a role it is `USUAL_DEMAND` of both. */
export type Role = { execution: Demand; influence: Demand }

export type Demand = 1 | 2 | 3 | 4 | 5

export const USUAL_DEMAND: Demand = 3

/** What a decision is on and what there was to choose from: each option is rated exactly on what is tagged. */
export type Question = {
  execution: ExecutionId | null
  influence: InfluenceId | null
  options: Array<OptionRatings>
}

export type OptionRatings = { execution: Rating | null; influence: Rating | null }

export type LoggedDecision = Question & {
  /** Slug of the case, whatever its version. */
  case: string
  /** Expected scored decisions in a play of the case version played, at least 1. */
  nBar: number
  /** Id of the decision in the case. */
  node: string
  exposure: Exposure
  /** Indices of `options`, which are those that were offered: 1–5. */
  best: number
  worst: number | null
  /** Since the previous decision of the log, fractions included; at least 0. */
  idleDays: number
}

/**
 * `seen`: the decision was met before. `rapid`: it was answered faster than it can be read. `replay-new`: it is new, in a
 * case that the learner has played before. The first that applies, else `first`.
 */
export type Exposure = 'first' | 'seen' | 'replay-new' | 'rapid'
