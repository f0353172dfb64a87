import { COMPETENCIES, type Dimension } from '../../../machines/case/case.ts'
import { DIMENSIONS } from '../../../machines/case/quality.ts'
import type { Claim } from '../../../machines/score/claims.ts'
import type { LoggedDecision } from '../../../machines/score/log.ts'
import { DIMENSION_WEIGHTS } from '../../../machines/score/measures.ts'
import type { Profile } from '../../../machines/score/profile.ts'
import { resultOf } from '../../../machines/score/result.ts'
import type { Competence } from './learner.ts'
import type { Estimate } from './statistics.ts'

export type ClaimedEstimate = Estimate & { claim: Claim }

/** What the model says of both dimensions. */
export function estimatesOf(profile: Profile, competence: Competence): Array<ClaimedEstimate> {
  const { dimensions } = resultOf(profile, null)
  return DIMENSIONS.map((dimension) => ({ truth: truthOf(competence, dimension), ...dimensions[dimension] }))
}

/** What counting points says of both dimensions: points got over the most that could be got. */
export function naiveEstimates(decisions: ReadonlyArray<LoggedDecision>, competence: Competence) {
  return DIMENSIONS.map((dimension) => {
    let [got, most] = [0, 0]
    for (const { options, best } of decisions) {
      got += options[best]?.[dimension] ?? 0
      most += Math.max(...options.map((option) => option[dimension] ?? 0))
    }
    return { truth: truthOf(competence, dimension), mean: most === 0 ? 0 : got / most }
  })
}

function truthOf(competence: Competence, dimension: Dimension): number {
  const weights = DIMENSION_WEIGHTS[dimension]
  return COMPETENCIES.reduce((sum, _, c) => sum + (weights[c] ?? 0) * (competence[c] ?? 0), 0)
}
