import { COMPETENCIES, type CompetencyId } from '../case/case.ts'
import { type Belief, covarianceOf, missing } from './belief.ts'
import type { Question } from './log.ts'
import type { Pair, Spread } from './pick.ts'

/** The competencies that a decision tags, as indices of `COMPETENCIES`; null for a dimension that it doesn't. */
export type TaggedIndices = { readonly execution: number | null; readonly influence: number | null }

/** Pure. Where a decision's tags stand in the belief. */
export function taggedIndices(question: Question): TaggedIndices {
  return { execution: indexOf(question.execution), influence: indexOf(question.influence) }
}

/** Pure. The believed means of the tagged competencies, 0 where none is tagged. */
export function believedMean(belief: Belief, { execution, influence }: TaggedIndices): Pair {
  return {
    execution: execution === null ? 0 : (belief.mean[execution] ?? missing(execution)),
    influence: influence === null ? 0 : (belief.mean[influence] ?? missing(influence)),
  }
}

/** Pure. The believed covariance of the tagged competencies, 0 where none is tagged. */
export function believedSpread(belief: Belief, { execution, influence }: TaggedIndices): Spread {
  return {
    execution: execution === null ? 0 : covarianceOf(belief, execution, execution),
    influence: influence === null ? 0 : covarianceOf(belief, influence, influence),
    both: execution === null || influence === null ? 0 : covarianceOf(belief, execution, influence),
  }
}

function indexOf(id: CompetencyId | null): number | null {
  return id === null ? null : COMPETENCIES.indexOf(id)
}
