import { type Belief, believedAlong, missing } from './belief.ts'
import { shownAt } from './claims.ts'
import { DIMENSION_WEIGHTS } from './measures.ts'

/**
 * Where both dimensions lie together with 90 % probability: an ellipse on the scale that is shown, execution across and
 * influence up. `angle` turns its long half axis from the execution axis towards that of influence, in degrees from −90 to 90.
 */
export type Region = {
  execution: number
  influence: number
  long: number
  short: number
  angle: number
  /** How far it reaches from its middle across and up. */
  across: number
  up: number
}

/** The 90 % point of χ² with two degrees of freedom: −2 ln 0.1. */
const CHI_SQUARE_90 = -2 * Math.log(0.1)

const SUM_WEIGHTS = DIMENSION_WEIGHTS.execution.map(
  (weight, c) => weight + (DIMENSION_WEIGHTS.influence[c] ?? missing(c)),
)

/** Pure. The region of a belief, wider than the two intervals of 90 % each. */
export function regionOf(belief: Belief): Region {
  const execution = believedAlong(belief, DIMENSION_WEIGHTS.execution)
  const influence = believedAlong(belief, DIMENSION_WEIGHTS.influence)
  const both = (believedAlong(belief, SUM_WEIGHTS).variance - execution.variance - influence.variance) / 2
  const middle = (execution.variance + influence.variance) / 2
  const spread = Math.hypot((execution.variance - influence.variance) / 2, both)
  return {
    execution: shownAt(execution.mean),
    influence: shownAt(influence.mean),
    long: reach(middle + spread),
    short: reach(middle - spread),
    angle: (Math.atan2(2 * both, execution.variance - influence.variance) * 90) / Math.PI,
    across: reach(execution.variance),
    up: reach(influence.variance),
  }
}

function reach(variance: number): number {
  return shownAt(1 + Math.sqrt(CHI_SQUARE_90 * variance)) - shownAt(1)
}
