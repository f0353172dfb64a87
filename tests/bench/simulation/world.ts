import { EXECUTION, INFLUENCE, type ExecutionId, type InfluenceId, type Rating } from '../../../machines/case/case.ts'
import type { OptionRatings } from '../../../machines/score/log.ts'
import type { Pair } from '../../../machines/score/pick.ts'
import type { Random } from './random.ts'

/**
 * Cases that break the scoring model on purpose: authors rate with errors, options appeal for reasons that have nothing to
 * do with competence, decisions differ in how much they follow it, and an answer changes what is asked next.
 */
export type World = { cases: Array<Array<Step>> }

/** What is asked at a step depends on the pick before. */
export type Step = Record<Course, Variant>

export type Course = 'weak' | 'middle' | 'strong'

export type Variant = {
  execution: ExecutionId | null
  influence: InfluenceId | null
  /** How sharply picks follow competence here. */
  slope: number
  options: Array<TrueOption>
}

export type TrueOption = {
  /** True values, 0 where the step does not tag the dimension; `ratings` are what the scorer sees of them. */
  value: Pair
  ratings: OptionRatings
  /** Mean true value over the tagged dimensions. */
  quality: number
  appeal: number
}

const CASES = 20
const STEPS = { from: 8, to: 15 }
const TAGS = { executionOnly: 0.3, influenceOnly: 0.3 }
const VALUES: Record<Course, [number, number, number, number]> = {
  weak: [-1, -1 / 2, 0, 1 / 2],
  middle: [-1, -1 / 3, 1 / 3, 1],
  strong: [-1 / 2, 0, 1 / 2, 1],
}
const RATING_ERROR = 0.3
const APPEAL = 0.5
/** In strong variants what sounds good is worse: the traps of those who did well so far. */
const TRAP = 0.5
const SLOPE_SPREAD = 0.35

type Tags = 'execution' | 'influence' | 'both'

export function worldFrom(random: Random): World {
  return { cases: Array.from({ length: CASES }, () => caseFrom(random)) }
}

function caseFrom(random: Random): Array<Step> {
  const length = STEPS.from + random.below(STEPS.to - STEPS.from + 1)
  return Array.from({ length }, () => {
    const tags = tagsFrom(random.uniform())
    return {
      weak: variantFrom(random, tags, 'weak'),
      middle: variantFrom(random, tags, 'middle'),
      strong: variantFrom(random, tags, 'strong'),
    }
  })
}

function tagsFrom(uniform: number): Tags {
  if (uniform < TAGS.executionOnly) return 'execution'
  return uniform < TAGS.executionOnly + TAGS.influenceOnly ? 'influence' : 'both'
}

function variantFrom(random: Random, tags: Tags, course: Course): Variant {
  const values = random.shuffled(valuesFrom(random, tags, course))
  const qualities = values.map(({ execution, influence }) => (execution + influence) / (tags === 'both' ? 2 : 1))
  const meanQuality = qualities.reduce((sum, quality) => sum + quality, 0) / qualities.length
  return {
    execution: tags === 'influence' ? null : random.pick(EXECUTION),
    influence: tags === 'execution' ? null : random.pick(INFLUENCE),
    slope: Math.exp(-(SLOPE_SPREAD ** 2) / 2 + SLOPE_SPREAD * random.normal()),
    options: values.map((value, k) => {
      const quality = qualities[k] ?? 0
      return {
        value,
        ratings: {
          execution: tags === 'influence' ? null : ratingFrom(random, value.execution),
          influence: tags === 'execution' ? null : ratingFrom(random, value.influence),
        },
        quality,
        appeal: APPEAL * random.normal() - (course === 'strong' ? TRAP * (quality - meanQuality) : 0),
      }
    }),
  }
}

function valuesFrom(random: Random, tags: Tags, course: Course): Array<Pair> {
  const [lowest, second, third, highest] = VALUES[course]
  const middle = random.pick([[second, third], [second, third], [second], [third]])
  if (tags !== 'both') {
    const values = [lowest, ...middle, highest]
    return values.map((value) => ({
      execution: tags === 'execution' ? value : 0,
      influence: tags === 'influence' ? value : 0,
    }))
  }
  const [low = second, high] = middle
  const dilemma = [
    { execution: highest, influence: low },
    { execution: low, influence: highest },
    { execution: lowest, influence: lowest },
  ]
  return high === undefined ? dilemma : [...dilemma, { execution: high, influence: high }]
}

/** What an author sees of a true value: with an error, in halves, between −1 and 1. */
function ratingFrom(random: Random, value: number): Rating {
  const seen = Math.round(2 * (value + RATING_ERROR * random.normal())) / 2
  const rating = 2 + 2 * Math.min(1, Math.max(-1, seen))
  const ratings: Array<Rating> = [0, 1, 2, 3, 4]
  return ratings.find((possible) => possible === rating) ?? 2
}
