import { type Belief, missing, SIZE } from './belief.ts'
import { momentsFrom, type Pair, pickProbabilities, type Spread } from './pick.ts'
import { believedMean, believedSpread, type TaggedIndices } from './tagged.ts'

/** One pick among options, itself one of them. `slope` is as in `pickProbabilities`, `weight` at least 0. */
export type Observation = {
  readonly options: ReadonlyArray<Pair>
  readonly pick: Pair
  readonly slope: number
  readonly weight: number
}

/**
 * Pure. What is believed after one pick: one Fisher-scoring step from the current belief (one-step Bayesian updates as in
 * Weng & Lin 2011). Options that are all alike change nothing; the new covariance is exactly symmetric.
 * @throws RangeError if a number of the observation is not finite
 */
export function observe(belief: Belief, tagged: TaggedIndices, observation: Observation): Belief {
  const { options, pick, slope, weight } = observation
  const probabilities = pickProbabilities(options, slope, believedMean(belief, tagged))
  const { mean, spread } = momentsFrom(pick, options, probabilities)
  const { move, shrink } = fisherStep(
    { execution: -weight * slope * mean.execution, influence: -weight * slope * mean.influence },
    scaled(spread, weight * slope * slope),
    believedSpread(belief, tagged),
  )
  return {
    mean: movedMean(belief, tagged, move),
    covariance: shrunkCovariance(belief, tagged, shrink),
  }
}

/**
 * With F the information of a pick and S what is believed of the tagged competencies, A = (I + FS)⁻¹: `move` is A times the
 * gradient, `shrink` is AF.
 */
function fisherStep(gradient: Pair, information: Spread, believed: Spread): { move: Pair; shrink: Spread } {
  const { execution: f, both: g, influence: h } = information
  const { execution: s, both: t, influence: u } = believed
  // I + FS = [[a, b], [c, d]]
  const a = 1 + f * s + g * t
  const b = f * t + g * u
  const c = g * s + h * t
  const d = 1 + g * t + h * u
  const determinant = a * d - b * c
  if (!Number.isFinite(determinant)) throw new RangeError(`expected finite numbers, found a pick of ${determinant}`)
  return {
    move: {
      execution: (d * gradient.execution - b * gradient.influence) / determinant,
      influence: (a * gradient.influence - c * gradient.execution) / determinant,
    },
    shrink: {
      execution: (d * f - b * g) / determinant,
      both: (d * g - b * h + (a * g - c * f)) / (2 * determinant),
      influence: (a * h - c * g) / determinant,
    },
  }
}

function movedMean(belief: Belief, tagged: TaggedIndices, move: Pair): Array<number> {
  const { execution, influence } = columnsOf(belief, tagged)
  return belief.mean.map((mean, i) => {
    const byExecution = (execution[i] ?? missing(i)) * move.execution
    const byInfluence = (influence[i] ?? missing(i)) * move.influence
    return mean + byExecution + byInfluence
  })
}

/** Computed below the diagonal and mirrored, which keeps it symmetric. */
function shrunkCovariance(belief: Belief, tagged: TaggedIndices, shrink: Spread): Array<number> {
  const { execution, influence } = columnsOf(belief, tagged)
  const covariance = belief.covariance.slice()
  for (let i = 0; i < SIZE; i += 1) {
    const ei = execution[i] ?? missing(i)
    const fi = influence[i] ?? missing(i)
    const byExecution = shrink.execution * ei + shrink.both * fi
    const byInfluence = shrink.both * ei + shrink.influence * fi
    for (let j = 0; j <= i; j += 1) {
      const known = byExecution * (execution[j] ?? missing(j)) + byInfluence * (influence[j] ?? missing(j))
      const shrunk = (belief.covariance[i * SIZE + j] ?? missing(i)) - known
      covariance[i * SIZE + j] = shrunk
      covariance[j * SIZE + i] = shrunk
    }
  }
  return covariance
}

/**
 * The covariance of the tagged competencies with all. What belongs to an untagged dimension is only ever multiplied with
 * an exact 0, so there any column does.
 */
function columnsOf({ covariance }: Belief, { execution, influence }: TaggedIndices) {
  const from = { execution: SIZE * (execution ?? 0), influence: SIZE * (influence ?? 0) }
  return {
    execution: covariance.slice(from.execution, from.execution + SIZE),
    influence: covariance.slice(from.influence, from.influence + SIZE),
  }
}

function scaled(spread: Spread, factor: number): Spread {
  return { execution: factor * spread.execution, influence: factor * spread.influence, both: factor * spread.both }
}
