import { COMPETENCIES, EXECUTION } from '../../../machines/case/case.ts'
import type { LoggedDecision } from '../../../machines/score/log.ts'
import type { Random } from './random.ts'
import type { Course, Step, TrueOption, Variant } from './world.ts'

/** True competence, in the order of `COMPETENCIES`. */
export type Competence = ReadonlyArray<number>

/** How a learner finds the worst option: with a part of the slope of the best pick, or among the rest by chance. */
export type WorstPicks = { slope: number } | 'even'

const PER_DIMENSION_VARIANCE = 0.2025
const ACROSS_DIMENSIONS = 0.10125
const PER_COMPETENCY_SD = 0.25
const PER_CASE_SD = 0.2
/** From which quality of a pick the next step is the strong one, and up to which it is the weak one. */
const STRONG_FROM = 0.6
const WEAK_UP_TO = -0.4

export function competenceFrom(random: Random): Competence {
  return deviations(random).map((deviation) => 1 + deviation)
}

/** The learner after a change of case, if people change as fast as the scoring model assumes. */
export function drifted(random: Random, competence: Competence, variance: number): Competence {
  const steps = deviations(random)
  return competence.map((value, c) => value + Math.sqrt(variance) * (steps[c] ?? 0))
}

/** Normal with the covariance of the prior: something in common, something of each dimension, something of one's own. */
function deviations(random: Random): Array<number> {
  const common = Math.sqrt(ACROSS_DIMENSIONS) * random.normal()
  const ofDimension = Math.sqrt(PER_DIMENSION_VARIANCE - ACROSS_DIMENSIONS)
  const execution = common + ofDimension * random.normal()
  const influence = common + ofDimension * random.normal()
  return COMPETENCIES.map(
    (_, c) => (c < EXECUTION.length ? execution : influence) + PER_COMPETENCY_SD * random.normal(),
  )
}

/** Plays a case: what the log holds of it afterwards. */
export function playCase(
  random: Random,
  slug: string,
  steps: ReadonlyArray<Step>,
  competence: Competence,
  worstPicks: WorstPicks,
): Array<LoggedDecision> {
  const mood = { execution: PER_CASE_SD * random.normal(), influence: PER_CASE_SD * random.normal() }
  const today = competence.map((value, c) => value + (c < EXECUTION.length ? mood.execution : mood.influence))
  const decisions: Array<LoggedDecision> = []
  let course: Course = 'middle'
  for (const [place, step] of steps.entries()) {
    const variant = step[course]
    const best = drawn(
      random,
      variant.options.map((option) => attraction(variant, option, today, 1)),
    )
    decisions.push({
      case: slug,
      nBar: steps.length,
      node: `step-${place}-${course}`,
      exposure: 'first',
      execution: variant.execution,
      influence: variant.influence,
      options: variant.options.map(({ ratings }) => ratings),
      best,
      worst: worstOf(random, variant, today, best, worstPicks),
      idleDays: 0,
    })
    course = courseAfter(variant.options[best]?.quality ?? 0)
  }
  return decisions
}

function courseAfter(quality: number): Course {
  if (quality >= STRONG_FROM) return 'strong'
  return quality <= WEAK_UP_TO ? 'weak' : 'middle'
}

function worstOf(random: Random, variant: Variant, today: Competence, best: number, worstPicks: WorstPicks): number {
  const rest = [...variant.options.keys()].filter((k) => k !== best)
  const repulsions = variant.options
    .filter((_, k) => k !== best)
    .map((option) => (worstPicks === 'even' ? 0 : -attraction(variant, option, today, worstPicks.slope)))
  return rest[drawn(random, repulsions)] ?? best
}

function attraction(variant: Variant, { value, appeal }: TrueOption, today: Competence, slope: number): number {
  const execution = value.execution * competenceIn(today, variant.execution)
  const influence = value.influence * competenceIn(today, variant.influence)
  return slope * variant.slope * (execution + influence) + appeal
}

function competenceIn(today: Competence, id: Variant['execution'] | Variant['influence']): number {
  return id === null ? 0 : (today[COMPETENCIES.indexOf(id)] ?? 0)
}

/** An index, drawn with the probabilities of a softmax. */
function drawn(random: Random, attractions: ReadonlyArray<number>): number {
  const odds = attractions.map(Math.exp)
  let left = random.uniform() * odds.reduce((sum, odd) => sum + odd, 0)
  for (const [k, odd] of odds.entries()) {
    left -= odd
    if (left < 0) return k
  }
  return odds.length - 1
}
