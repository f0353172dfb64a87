import { EXPOSURES } from '../../machines/play/exposure.ts'
import type { Exposure } from '../../machines/play/exposure.ts'
import { LOGGED } from './attempts.server.ts'
import type { LoggedDecision } from './attempts.server.ts'
import type { Reader } from './database.server.ts'

/** What a learner's log says about the exposure of a decision. */
export type Met = { metBefore: boolean; playedBefore: boolean }

/**
 * Whether the learner has answered a decision before, in any attempt of the case and any version of it, or left an earlier attempt
 * standing in front of it; and whether there was an earlier attempt at all. `standing` is where an unfinished attempt stopped.
 */
export async function findMet(
  db: Reader,
  asked: { learnerId: string; attempt: string; slug: string; startedAt: Date; node: string },
  standing: (attempt: { id: string; hash: string }) => Promise<string | null>,
): Promise<Met> {
  const { learnerId, attempt, slug, startedAt, node } = asked
  const answered = await db.decision.findFirst({
    where: { learnerId, node, attempt: { slug } },
    select: { seq: true },
  })
  const earlier = await db.attempt.findMany({
    where: { learnerId, slug, id: { not: attempt }, startedAt: { lt: startedAt } },
    select: { id: true, hash: true, ending: true },
  })
  if (answered) return { metBefore: true, playedBefore: earlier.length > 0 }
  for (const { id, hash, ending } of earlier) {
    if (ending === null && (await standing({ id, hash })) === node) return { metBefore: true, playedBefore: true }
  }
  return { metBefore: false, playedBefore: earlier.length > 0 }
}

export type NewDecision = {
  attemptId: string
  seq: number
  learnerId: string
  scene: string
  node: string
  choice: string
  worst: string | null
  confidence: string | null
  reason: string | null
  acceptedAt: Date
  readMs: number | null
  timedOut: boolean
  exposure: Exposure
}

/** The end of a learner's whole log: how many decisions it has, and when the last was accepted. */
export type LogEnd = { decisions: number; lastAt: Date | null }

export async function findLogEnd(db: Reader, learnerId: string): Promise<LogEnd> {
  const last = await db.decision.findFirst({
    where: { learnerId },
    select: { order: true, acceptedAt: true },
    orderBy: { order: 'desc' },
  })
  return last ? { decisions: last.order + 1, lastAt: last.acceptedAt } : { decisions: 0, lastAt: null }
}

/**
 * Appends a decision at a place of the learner's whole log. Fails with a unique-key error where that place, or the one in the
 * attempt, is taken.
 */
export async function appendDecision(db: Reader, decision: NewDecision & { order: number }): Promise<void> {
  await db.decision.create({ data: decision })
}

/** A learner's attempts with their decisions, each with its place in the learner's whole log and what it counted as. */
export async function listLog(db: Reader, learnerId: string): Promise<Array<LoggedAttempt>> {
  const attempts = await db.attempt.findMany({
    where: { learnerId, decisions: { some: {} } },
    select: {
      id: true,
      slug: true,
      hash: true,
      decisions: { select: { ...LOGGED, order: true, exposure: true }, orderBy: { seq: 'asc' } },
    },
  })
  return attempts.map((attempt) => ({
    ...attempt,
    decisions: attempt.decisions.map((decision) => ({ ...decision, exposure: readExposure(decision.exposure) })),
  }))
}

export type LoggedAttempt = {
  id: string
  slug: string
  hash: string
  decisions: Array<LoggedDecision & { order: number; exposure: Exposure }>
}

function readExposure(stored: string): Exposure {
  const exposure = EXPOSURES.find((known) => known === stored)
  if (exposure === undefined)
    throw new Error(`Expected one of the exposures ${EXPOSURES.join(', ')}, found "${stored}"`)
  return exposure
}

/** Keeps the ending of an attempt: a cache of what replaying its log gives. */
export async function cacheEnding(db: Reader, attempt: string, ending: string): Promise<void> {
  await db.attempt.update({ where: { id: attempt }, data: { ending } })
}
