import type { LoggedDecision } from '../../../machines/score/log.ts'
import { EMPTY_PROFILE, type Profile } from '../../../machines/score/profile.ts'
import { profileAfter } from '../../../machines/score/profile-after.ts'
import { type ClaimedEstimate, estimatesOf, naiveEstimates } from './estimates.ts'
import { jointMaximum } from './joint-maximum.ts'
import { type Competence, competenceFrom, drifted, playCase, type WorstPicks } from './learner.ts'
import { type Random, randomFrom } from './random.ts'
import { CHECKPOINTS } from './targets.ts'
import { type World, worldFrom } from './world.ts'

export const WORLDS = 8
export const LEARNERS = 400
/** The joint maximum is slow to find: so many learners of each world are enough for a mean. */
const LEARNERS_AT_MAXIMUM = 100

const PART_EVEN = 0.3
const DRIFT_VARIANCE = 0.02

type Condition = 'bestOnly' | 'bestAndWorst' | 'worstAtHalfSlope' | 'worstEvenForSome' | 'drift'

/** Everything measured, pooled over worlds, learners and dimensions; the lists are in the order of `CHECKPOINTS`. */
export type Study = {
  estimates: Record<Condition, Array<Array<ClaimedEstimate>>>
  naive: Array<Array<{ truth: number; mean: number }>>
  /** How far shuffling the decisions within each case moves a dimension, in its sd. */
  order: Array<number>
  /** How far a dimension is from the joint maximum a posteriori, both without growth, in its sd. */
  maximum: Array<number>
}

export type Played = { decisions: Array<LoggedDecision>; competence: Competence }

/** Draws the worlds and learners of a seed and scores what they pick. */
export function studyOf(seed: number, onLearner: (done: number) => void): Study {
  const study: Study = {
    estimates: {
      bestOnly: perCheckpoint(),
      bestAndWorst: perCheckpoint(),
      worstAtHalfSlope: perCheckpoint(),
      worstEvenForSome: perCheckpoint(),
      drift: perCheckpoint(),
    },
    naive: perCheckpoint(),
    order: [],
    maximum: [],
  }
  const random = randomFrom(seed)
  for (let world = 0; world < WORLDS; world += 1) {
    const drawn = worldFrom(random)
    for (let learner = 0; learner < LEARNERS; learner += 1) {
      addLearner(study, random, drawn, learner < LEARNERS_AT_MAXIMUM)
      onLearner(world * LEARNERS + learner + 1)
    }
  }
  return study
}

function perCheckpoint<T>(): Array<Array<T>> {
  return CHECKPOINTS.map(() => [])
}

function addLearner(study: Study, random: Random, world: World, atMaximum: boolean): void {
  const competence = competenceFrom(random)
  const usual: WorstPicks = { slope: 1 }
  const someEven = random.uniform() < PART_EVEN ? 'even' : usual
  const played = play(random, world, competence, usual, 0)
  addEstimates(study.estimates.bestAndWorst, played)
  addEstimates(study.estimates.bestOnly, played.map(withoutWorst))
  addEstimates(study.estimates.worstAtHalfSlope, play(random, world, competence, { slope: 0.5 }, 0))
  addEstimates(study.estimates.worstEvenForSome, play(random, world, competence, someEven, 0))
  addEstimates(study.estimates.drift, play(random, world, competence, usual, DRIFT_VARIANCE))
  for (const [place, cases] of CHECKPOINTS.entries()) {
    study.naive[place]?.push(...naiveEstimates(decisionsIn(played.slice(0, cases)), competence))
  }
  study.order.push(...movesByOrder(random, played))
  if (atMaximum) study.maximum.push(...distancesToMaximum(played))
}

/** Plays all cases of a world in their order. */
export function play(
  random: Random,
  world: World,
  first: Competence,
  worst: WorstPicks,
  driftVariance: number,
): Array<Played> {
  let competence = first
  return world.cases.map((steps, place) => {
    if (place > 0 && driftVariance > 0) competence = drifted(random, competence, driftVariance)
    return { decisions: playCase(random, `case-${place}`, steps, competence, worst), competence }
  })
}

function addEstimates(estimates: Array<Array<ClaimedEstimate>>, played: ReadonlyArray<Played>): void {
  for (const [place, profile] of profilesAtCheckpoints(played).entries()) {
    const competence = played[(CHECKPOINTS[place] ?? 1) - 1]?.competence ?? []
    estimates[place]?.push(...estimatesOf(profile, competence))
  }
}

/** How far shuffling the decisions of every case moves the dimensions at every checkpoint, in their sd. */
export function movesByOrder(random: Random, played: ReadonlyArray<Played>): Array<number> {
  const shuffled = played.map((one) => ({ ...one, decisions: random.shuffled(one.decisions) }))
  const profiles = profilesAtCheckpoints(shuffled)
  return profilesAtCheckpoints(played).flatMap((profile, place) => distances(profile, profiles[place] ?? EMPTY_PROFILE))
}

/** Without growth: all decisions as of one case. */
function distancesToMaximum(played: ReadonlyArray<Played>): Array<number> {
  const inOneCase = played.map(asOfOneCase)
  return profilesAtCheckpoints(inOneCase).flatMap((profile, place) => {
    const decisions = decisionsIn(inOneCase.slice(0, CHECKPOINTS[place] ?? 0))
    const mean = jointMaximum(decisions, profile.belief.mean)
    return distances(profile, { ...profile, belief: { ...profile.belief, mean } })
  })
}

function withoutWorst({ decisions, competence }: Played): Played {
  return { decisions: decisions.map((decision) => ({ ...decision, worst: null })), competence }
}

function asOfOneCase({ decisions, competence }: Played): Played {
  return { decisions: decisions.map((decision) => ({ ...decision, case: 'one' })), competence }
}

/** How far apart two profiles are on both dimensions, in the sd of the first. */
function distances(profile: Profile, other: Profile): Array<number> {
  const others = estimatesOf(other, [])
  return estimatesOf(profile, []).map(({ mean, sd }, d) => Math.abs(mean - (others[d]?.mean ?? Number.NaN)) / sd)
}

function profilesAtCheckpoints(played: ReadonlyArray<Played>): Array<Profile> {
  const profiles: Array<Profile> = []
  let profile = EMPTY_PROFILE
  for (const { decisions } of played) {
    profile = decisions.reduce(profileAfter, profile)
    profiles.push(profile)
  }
  return CHECKPOINTS.flatMap((cases) => profiles[cases - 1] ?? [])
}

function decisionsIn(played: ReadonlyArray<Played>): Array<LoggedDecision> {
  return played.flatMap(({ decisions }) => decisions)
}
