import type { Dimension } from '../case/case.ts'
import { believedAlong, type Belief } from './belief.ts'
import { probabilityExposed, reliabilityOf } from './claims.ts'
import type { Role } from './log.ts'
import { DIMENSION_MEASURES, DIMENSION_WEIGHTS } from './measures.ts'

/** What to put the emphasis on: management (execution), leadership (influence), or both. */
export type Emphasis = {
  /** Execution's part of what is needed, 0–1. */
  share: number
  recommendation: 'management' | 'leadership' | 'blended'
  /** `role`: the role alone speaks, for want of evidence or of a noticeable exposure. */
  basis: 'results' | 'role'
}

const RELIABLE = 0.5
const NOTICEABLE_NEED = 0.3
const MANAGEMENT_FROM = 0.65
const LEADERSHIP_UP_TO = 0.35

/** Pure. Weighs what the role demands of each dimension with how likely the learner falls short of it. */
export function emphasisOf(belief: Belief, role: Role): Emphasis {
  const execution = needOf(belief, role, 'execution')
  const influence = needOf(belief, role, 'influence')
  const byResults = execution.isReliable && influence.isReliable && execution.need + influence.need >= NOTICEABLE_NEED
  const share = byResults
    ? execution.need / (execution.need + influence.need)
    : role.execution / (role.execution + role.influence)
  return { share, recommendation: recommendationAt(share), basis: byResults ? 'results' : 'role' }
}

function needOf(belief: Belief, role: Role, dimension: Dimension): { need: number; isReliable: boolean } {
  const measure = DIMENSION_MEASURES[dimension]
  const believed = believedAlong(belief, DIMENSION_WEIGHTS[dimension])
  return {
    need: role[dimension] * probabilityExposed(measure, believed, role[dimension]),
    isReliable: reliabilityOf(measure, believed.variance) >= RELIABLE,
  }
}

function recommendationAt(share: number): Emphasis['recommendation'] {
  if (share >= MANAGEMENT_FROM) return 'management'
  return share <= LEADERSHIP_UP_TO ? 'leadership' : 'blended'
}
