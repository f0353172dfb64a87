import type { Decision, Scene } from '../../machines/case/case.ts'
import { exposureOf } from '../../machines/play/exposure.ts'
import type { Exposure } from '../../machines/play/exposure.ts'
import type { Standing } from '../../machines/play/replay.ts'
import { addDecision } from '../../machines/score/score.ts'
import { findAttempt } from '../data/attempts.server.ts'
import type { LoggedDecision } from '../data/attempts.server.ts'
import { isTaken } from '../data/database.server.ts'
import { appendingDecision, cachingEnding, findMet } from '../data/decisions.server.ts'
import { savingProfile } from '../data/profiles.server.ts'
import type { Services } from '../http/context.ts'
import { replayAttempt } from './attempt.server.ts'
import type { Played } from './attempt.server.ts'
import { keptForNext, profileOf } from './learner-profile.server.ts'
import { idleDays, scoredDecision } from '../../machines/score/scored-decision.ts'

type Needed = Pick<Services, 'db' | 'library' | 'clock'>

export type DecisionToTake = {
  seq: number
  choice: string
  worst: string | null
  confidence: string | null
  reason: string | null
  timedOut: boolean
}

/**
 * - `taken`: it is on disk, now or since it was sent before.
 * - `other`: something else was decided at this place; nothing was changed.
 * - `elsewhere`: the attempt does not stand at this place.
 * - `impossible`: the machine does not take this choice here.
 */
export type TakeResult = 'taken' | 'other' | 'elsewhere' | 'impossible'

/** Enough for every tab and double click that meet in one moment; each round one of them gets through. */
const MOST_TRIES = 100

/** Takes a decision for a learner: at most one for each place in an attempt, whoever else sends at the same time. */
export async function takeDecision(
  played: Played,
  decision: DecisionToTake,
  services: Needed,
): Promise<{ result: TakeResult; played: Played }> {
  let current = played
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const settled = settle(current, decision)
    if (typeof settled === 'string') return { result: settled, played: current }
    const saved = await trySave(current, decision, settled, services)
    if (saved !== null) return { result: 'taken', played: saved }
    current = await reload(current, services)
  }
  throw new Error(`Expected a place in the log of learner ${played.learnerId} within ${MOST_TRIES} tries`)
}

/** A decision that can be taken: where it is asked, and where it leads. */
type Step = { scene: Scene; asked: Decision; next: Standing }

/** What there is to say without writing anything, or the step that can be taken. */
function settle({ attempt, loaded, standing }: Played, decision: DecisionToTake): TakeResult | Step {
  const before = attempt.decisions[decision.seq]
  if (before) return isSame(before, decision) ? 'taken' : 'other'
  if (decision.seq !== attempt.decisions.length || standing.at.kind !== 'decision') return 'elsewhere'
  const next = loaded.player.choose(standing, decision.choice)
  return next ? { scene: standing.at.scene, asked: standing.at.decision, next } : 'impossible'
}

/** A decision that came by the time limit is the same whatever was marked when time ran out. */
function isSame(before: LoggedDecision, decision: DecisionToTake): boolean {
  if (before.timedOut && decision.timedOut) return true
  return before.choice === decision.choice && before.worst === decision.worst
}

/** Writes the decision; null where another one of the same learner got in before. */
async function trySave(played: Played, decision: DecisionToTake, step: Step, services: Needed): Promise<Played | null> {
  try {
    return await save(played, decision, step, services)
  } catch (error) {
    if (isTaken(error)) return null
    throw error
  }
}

/**
 * Writes the decision with the profile that it leads to, all or nothing, and returns the attempt as it stands with it. Fails with
 * a unique-key error where the learner's log has grown since the profile was read.
 */
async function save(
  played: Played,
  decision: DecisionToTake,
  { scene, asked, next }: Step,
  services: Needed,
): Promise<Played> {
  const { db, clock } = services
  const { attempt, learnerId, loaded, standing } = played
  const before = await profileOf(learnerId, services)
  const acceptedAt = clock.now()
  const readMs = readingTime(played, decision.seq, acceptedAt)
  const exposure = await exposureAt(played, asked.id, { timedOut: decision.timedOut, readMs }, services)
  const profile = addDecision(
    before.profile,
    scoredDecision({
      slug: attempt.slug,
      nBar: loaded.reach.nBar,
      decision: asked,
      offered: loaded.player.stepper.offered(standing.state),
      choice: decision.choice,
      worst: decision.worst,
      exposure,
      idleDays: idleDays(before.lastAt, acceptedAt),
    }),
  )
  const logged = { ...decision, scene: scene.id, node: asked.id, acceptedAt }
  const order = before.decisions
  await db.commit([
    appendingDecision({ ...logged, attemptId: attempt.id, learnerId, readMs, exposure, order }),
    savingProfile(learnerId, keptForNext(learnerId, profile, order + 1)),
    ...(next.at.kind === 'ending' ? [cachingEnding(attempt.id, next.at.ending.id)] : []),
  ])
  return { ...played, attempt: { ...attempt, decisions: [...attempt.decisions, logged] }, standing: next }
}

async function exposureAt(
  { attempt, learnerId, loaded, standing }: Played,
  node: string,
  answered: { timedOut: boolean; readMs: number | null },
  services: Needed,
): Promise<Exposure> {
  const met = await findMet(
    services.db,
    { learnerId, attempt: attempt.id, slug: attempt.slug, startedAt: attempt.startedAt, node },
    (earlier) => standingNode(earlier, learnerId, services),
  )
  return exposureOf({ ...met, ...answered, words: loaded.wordsShown(standing.state) })
}

/** From when the scene was first shown to now, in milliseconds; null where no clock ran for it. */
function readingTime({ attempt }: Played, seq: number, now: Date): number | null {
  if (attempt.openSeq !== seq || attempt.openedAt === null) return null
  return Math.max(0, now.getTime() - attempt.openedAt.getTime())
}

/** The decision in front of which an earlier attempt stopped. */
async function standingNode({ id }: { id: string }, learnerId: string, services: Needed): Promise<string | null> {
  const earlier = await findAttempt(services.db, id, learnerId)
  if (!earlier) return null
  const { standing } = await replayAttempt(earlier, services)
  return standing.at.kind === 'decision' ? standing.at.decision.id : null
}

async function reload(played: Played, services: Needed): Promise<Played> {
  const attempt = await findAttempt(services.db, played.attempt.id, played.learnerId)
  if (!attempt) throw new Error(`Expected attempt ${played.attempt.id} to be kept`)
  return { ...played, attempt, ...(await replayAttempt(attempt, services)) }
}
