import { believedAlong, missing } from './belief.ts'
import { isGateOpen, LEANING, SURE } from './claims.ts'
import { DIMENSION_MEASURES, DIMENSION_WEIGHTS } from './measures.ts'
import { normalBelow } from './normal.ts'
import type { Profile } from './profile.ts'

/** Which dimension is the stronger one. */
export type Contrast = {
  /** 0–1 */
  pExecutionAboveInfluence: number
  claim: 'execution' | 'leaning-execution' | 'influence' | 'leaning-influence' | 'none'
}

const EXECUTION_OVER_INFLUENCE = DIMENSION_WEIGHTS.execution.map(
  (weight, c) => weight - (DIMENSION_WEIGHTS.influence[c] ?? missing(c)),
)

/** Pure. Claims one only if there is enough evidence on both. */
export function contrastOf(profile: Profile): Contrast {
  const { mean, variance } = believedAlong(profile.belief, EXECUTION_OVER_INFLUENCE)
  const p = normalBelow(mean / Math.sqrt(variance))
  const bothOpen =
    isGateOpen(DIMENSION_MEASURES.execution, profile.dimensions.execution) &&
    isGateOpen(DIMENSION_MEASURES.influence, profile.dimensions.influence)
  return { pExecutionAboveInfluence: p, claim: bothOpen ? claimFrom(p) : 'none' }
}

function claimFrom(p: number): Contrast['claim'] {
  if (p >= SURE) return 'execution'
  if (p >= LEANING) return 'leaning-execution'
  if (1 - p >= SURE) return 'influence'
  if (1 - p >= LEANING) return 'leaning-influence'
  return 'none'
}
