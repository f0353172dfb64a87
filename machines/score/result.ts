import { COMPETENCIES, type CompetencyId, type Dimension } from '../case/case.ts'
import { believedAlong, believedOf, dimensionAt, missing, SIZE } from './belief.ts'
import { type Figures, figuresOf } from './claims.ts'
import { type Contrast, contrastOf } from './contrast.ts'
import { type Emphasis, emphasisOf } from './emphasis.ts'
import { type Role, USUAL_DEMAND } from './log.ts'
import { COMPETENCY_MEASURE, DIMENSION_MEASURES, DIMENSION_WEIGHTS } from './measures.ts'
import type { Profile } from './profile.ts'

/**
 * What a log says of a learner, as of its last decision. Formative: it describes choices in these scenarios and is not
 * validated for selection or promotion.
 */
export type Result = {
  mean: Record<CompetencyId, number>
  sd: Record<CompetencyId, number>
  /** 17 × 17, in the order of `COMPETENCIES`. */
  covariance: ReadonlyArray<ReadonlyArray<number>>
  dimensions: Record<Dimension, Figures>
  competencies: Record<CompetencyId, Figures>
  contrast: Contrast
  emphasis: Emphasis
}

/** Pure. The result of a profile, seen with what the learner's role asks. */
export function resultOf(profile: Profile, role: Role | null): Result {
  const { belief } = profile
  const asked = role ?? { execution: USUAL_DEMAND, influence: USUAL_DEMAND }
  const competencies = byCompetency((c) =>
    figuresOf(COMPETENCY_MEASURE, believedOf(belief, c), profile.competencies[c] ?? missing(c), asked[dimensionAt(c)]),
  )
  return {
    mean: byCompetency((c) => belief.mean[c] ?? missing(c)),
    sd: byCompetency((c) => Math.sqrt(believedOf(belief, c).variance)),
    covariance: COMPETENCIES.map((_, row) => belief.covariance.slice(row * SIZE, (row + 1) * SIZE)),
    dimensions: {
      execution: figuresOfDimension(profile, 'execution', asked),
      influence: figuresOfDimension(profile, 'influence', asked),
    },
    competencies,
    contrast: contrastOf(profile),
    emphasis: emphasisOf(belief, asked),
  }
}

function figuresOfDimension({ belief, dimensions }: Profile, dimension: Dimension, asked: Role): Figures {
  const believed = believedAlong(belief, DIMENSION_WEIGHTS[dimension])
  return figuresOf(DIMENSION_MEASURES[dimension], believed, dimensions[dimension], asked[dimension])
}

function byCompetency<T>(valueAt: (index: number) => T): Record<CompetencyId, T> {
  const values: Partial<Record<CompetencyId, T>> = {}
  COMPETENCIES.forEach((id, index) => {
    values[id] = valueAt(index)
  })
  if (!isWhole(values)) throw new Error('expected a value for every competency')
  return values
}

function isWhole<T>(values: Partial<Record<CompetencyId, T>>): values is Record<CompetencyId, T> {
  return COMPETENCIES.every((id) => id in values)
}
