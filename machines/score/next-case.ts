import { COMPETENCIES, type CompetencyId } from '../case/case.ts'
import { BEST_PICK_SLOPE } from '../case/information.ts'
import { qualityOf } from '../case/quality.ts'
import { type Belief, believedOf, dimensionAt, missing } from './belief.ts'
import { probabilityExposed } from './claims.ts'
import { type Question, type Role, USUAL_DEMAND } from './log.ts'
import { COMPETENCY_MEASURE } from './measures.ts'
import { momentsFrom, pickProbabilities, valueOf } from './pick.ts'
import { believedMean, type TaggedIndices, taggedIndices } from './tagged.ts'
import { EXPOSURE_WEIGHTS, weightInCase } from './weight.ts'

/** A published case that the learner is not in the middle of. */
export type OpenCase = {
  slug: string
  /** Whether there is an earlier attempt of it. */
  played: boolean
  /** Expected scored decisions in a play, at least 1. */
  nBar: number
  decisions: ReadonlyArray<OpenDecision>
}

/** A decision with all its options. `reach` is the probability that a play meets it, `seen` that the learner has met it. */
export type OpenDecision = Question & { reach: number; seen: boolean }

/** What playing a case would give a learner. */
export type Prospect = {
  slug: string
  /** Expected information on each competency, weighed with how much the learner needs it; above 0. */
  gain: number
  /** The part of the attainable quality that the learner is expected to reach, 0–1. */
  share: number
  /** How far `share` is outside 0.60–0.75, where practice is hard enough to show something and easy enough to go on. */
  miss: number
  /** The one or two competencies that gain the most, the most first. */
  reasons: Array<CompetencyId>
}

const BAND = { from: 0.6, to: 0.75 }
const REASONS = 2

/**
 * Pure. The cases with something to gain, the best to play next first: by the smallest miss (practice at about 75 %,
 * Klinkenberg et al. 2011), then the largest gain, then the slug. Empty if none is left.
 * @throws RangeError if a number of a case is not finite
 */
export function prospectsOf(belief: Belief, role: Role | null, cases: ReadonlyArray<OpenCase>): Array<Prospect> {
  const needs = needsOf(belief, role ?? { execution: USUAL_DEMAND, influence: USUAL_DEMAND })
  return cases
    .map((open) => prospectOf(belief, needs, open))
    .filter((prospect) => prospect.gain > 0)
    .sort((one, other) => one.miss - other.miss || other.gain - one.gain || (one.slug < other.slug ? -1 : 1))
}

/** For each competency, what the role asks times how likely the learner falls short of it. */
function needsOf(belief: Belief, role: Role): Array<number> {
  return COMPETENCIES.map((_, c) => {
    const demand = role[dimensionAt(c)]
    return demand * probabilityExposed(COMPETENCY_MEASURE, believedOf(belief, c), demand)
  })
}

function prospectOf(belief: Belief, needs: ReadonlyArray<number>, open: OpenCase): Prospect {
  const gains = needs.map(() => 0)
  const quality = { expected: 0, attainable: 0 }
  for (const decision of open.decisions) {
    const tagged = taggedIndices(decision)
    if (tagged.execution === null && tagged.influence === null) continue
    const weight = decision.reach * weightInCase(exposureWeightOf(decision, open), open.nBar)
    const expected = expectationOf(belief, tagged, decision)
    addGain(gains, needs, tagged.execution, weight * expected.information.execution)
    addGain(gains, needs, tagged.influence, weight * expected.information.influence)
    quality.expected += decision.reach * (expected.quality - expected.worst)
    quality.attainable += decision.reach * (expected.best - expected.worst)
  }
  const gain = gains.reduce((sum, part) => sum + part, 0)
  const share = quality.attainable === 0 ? 1 : quality.expected / quality.attainable
  if (!Number.isFinite(gain + share)) throw new RangeError(`${open.slug}: expected finite numbers, found gain ${gain}`)
  return {
    slug: open.slug,
    gain,
    share,
    miss: Math.max(0, BAND.from - share, share - BAND.to),
    reasons: reasonsFor(gains),
  }
}

function exposureWeightOf({ seen }: OpenDecision, { played }: OpenCase): number {
  if (seen) return EXPOSURE_WEIGHTS.seen
  return played ? EXPOSURE_WEIGHTS['replay-new'] : EXPOSURE_WEIGHTS.first
}

/** What the best pick is expected to tell, and how good it is expected to be among what is offered. */
function expectationOf(belief: Belief, tagged: TaggedIndices, { options }: Question) {
  const values = options.map(valueOf)
  const probabilities = pickProbabilities(values, BEST_PICK_SLOPE, believedMean(belief, tagged))
  const [origin = missing(0)] = values
  const { spread } = momentsFrom(origin, values, probabilities)
  const qualities = options.map(qualityOf)
  return {
    information: {
      execution: BEST_PICK_SLOPE ** 2 * spread.execution,
      influence: BEST_PICK_SLOPE ** 2 * spread.influence,
    },
    quality: qualities.reduce((sum, quality, k) => sum + quality * (probabilities[k] ?? missing(k)), 0),
    worst: Math.min(...qualities),
    best: Math.max(...qualities),
  }
}

function addGain(gains: Array<number>, needs: ReadonlyArray<number>, index: number | null, information: number): void {
  if (index === null) return
  gains[index] = (gains[index] ?? missing(index)) + (needs[index] ?? missing(index)) * information
}

function reasonsFor(gains: ReadonlyArray<number>): Array<CompetencyId> {
  return COMPETENCIES.map((id, c) => ({ id, gain: gains[c] ?? missing(c) }))
    .filter(({ gain }) => gain > 0)
    .sort((one, other) => other.gain - one.gain)
    .slice(0, REASONS)
    .map(({ id }) => id)
}
