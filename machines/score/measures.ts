import { COMPETENCIES, EXECUTION, INFLUENCE, type Dimension } from '../case/case.ts'
import { believedAlong, dimensionAt, PRIOR, PRIOR_VARIANCE } from './belief.ts'
import type { Measure } from './claims.ts'

const DIMENSION = {
  exposedCut: 0.775,
  strongCut: 1.225,
  gate: { evidence: 12, cases: 2 },
  targetInformation: 4.7,
  informationPerDecision: 0.12,
}

export const COMPETENCY_MEASURE: Measure = {
  exposedCut: 0.743,
  strongCut: 1.257,
  gate: { evidence: 4, cases: 2 },
  targetInformation: 3.7,
  informationPerDecision: 0.45,
  priorVariance: PRIOR_VARIANCE,
}

/** A dimension's score is the mean over its competencies: these are the seventeen weights of it. */
export const DIMENSION_WEIGHTS: Record<Dimension, ReadonlyArray<number>> = {
  execution: COMPETENCIES.map((_, c) => (dimensionAt(c) === 'execution' ? 1 / EXECUTION.length : 0)),
  influence: COMPETENCIES.map((_, c) => (dimensionAt(c) === 'influence' ? 1 / INFLUENCE.length : 0)),
}

export const DIMENSION_MEASURES: Record<Dimension, Measure> = {
  execution: { ...DIMENSION, priorVariance: believedAlong(PRIOR, DIMENSION_WEIGHTS.execution).variance },
  influence: { ...DIMENSION, priorVariance: believedAlong(PRIOR, DIMENSION_WEIGHTS.influence).variance },
}
