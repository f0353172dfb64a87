import type { Exposure } from '../../machines/play/exposure.ts'
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

/**
 * Appends a decision to the log, as the next of the learner's whole log. Fails with a unique-key error where the place in the
 * attempt is taken.
 */
export async function appendDecision(db: Reader, decision: NewDecision): Promise<void> {
  const last = await db.decision.findFirst({
    where: { learnerId: decision.learnerId },
    select: { order: true },
    orderBy: { order: 'desc' },
  })
  await db.decision.create({ data: { ...decision, order: (last?.order ?? -1) + 1 } })
}

/** Keeps the ending of an attempt: a cache of what replaying its log gives. */
export async function cacheEnding(db: Reader, attempt: string, ending: string): Promise<void> {
  await db.attempt.update({ where: { id: attempt }, data: { ending } })
}
