import { z } from 'zod'
import { EXPOSURES } from '../../machines/play/exposure.ts'
import type { Exposure } from '../../machines/play/exposure.ts'
import { LOGGED } from './attempts.server.ts'
import type { LoggedDecision } from './attempts.server.ts'
import type { Asker, Reader } from './database.server.ts'
import { flagColumn } from './statements.server.ts'
import type { Statement } from './statements.server.ts'

/** What a learner's log says about the exposure of a decision. */
export type Met = { metBefore: boolean; playedBefore: boolean }

const ANSWERED = `SELECT EXISTS (
    SELECT 1 FROM "Attempt" JOIN "Decision" ON "Decision"."attemptId" = "Attempt"."id"
    WHERE "Attempt"."learnerId" = $1 AND "Attempt"."slug" = $2 AND "Decision"."node" = $3
  ) AS "isAnswered"`

const LIST_EARLIER = `SELECT "id", "hash", "ending" FROM "Attempt"
  WHERE "learnerId" = $1 AND "slug" = $2 AND "id" <> $3 AND "startedAt" < $4`

const answeredRow = z.object({ isAnswered: flagColumn })
const earlierRow = z.object({ id: z.string(), hash: z.string(), ending: z.string().nullable() })

/**
 * Whether the learner has answered a decision before, in any attempt of the case and any version of it, or left an earlier attempt
 * standing in front of it; and whether there was an earlier attempt at all. `standing` is where an unfinished attempt stopped.
 */
export async function findMet(
  db: Asker,
  asked: { learnerId: string; attempt: string; slug: string; startedAt: Date; node: string },
  standing: (attempt: { id: string; hash: string }) => Promise<string | null>,
): Promise<Met> {
  const { learnerId, attempt, slug, startedAt, node } = asked
  const earlier = await db.ask(earlierRow, { sql: LIST_EARLIER, values: [learnerId, slug, attempt, startedAt] })
  const [answered] = await db.ask(answeredRow, { sql: ANSWERED, values: [learnerId, slug, node] })
  if (answered?.isAnswered) return { metBefore: true, playedBefore: earlier.length > 0 }
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

const APPEND_DECISION = `INSERT INTO "Decision" ("attemptId", "seq", "learnerId", "order", "scene", "node", "choice", "worst",
    "confidence", "reason", "acceptedAt", "readMs", "timedOut", "exposure")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`

/**
 * Appends a decision at a place of the learner's whole log. Fails with a unique-key error where that place, or the one in the
 * attempt, is taken.
 */
export function appendingDecision(decision: NewDecision & { order: number }): Statement {
  const { attemptId, seq, learnerId, order, scene, node, choice, worst } = decision
  const { confidence, reason, acceptedAt, readMs, timedOut, exposure } = decision
  const place = [attemptId, seq, learnerId, order, scene, node]
  return {
    sql: APPEND_DECISION,
    values: [...place, choice, worst, confidence, reason, acceptedAt, readMs, timedOut, exposure],
  }
}

/** A learner's attempts with their decisions, each with its place in the learner's whole log and what it counted as. */
export async function listLog(db: Reader, learnerId: string): Promise<Array<LoggedAttempt>> {
  return listLogged(db, { learnerId, decisions: { some: {} } })
}

/** As `listLog`, with the attempts in which nothing was decided yet. */
export async function listWholeLog(db: Reader, learnerId: string): Promise<Array<LoggedAttempt>> {
  return listLogged(db, { learnerId })
}

async function listLogged(
  db: Reader,
  where: { learnerId: string; decisions?: { some: object } },
): Promise<Array<LoggedAttempt>> {
  const attempts = await db.attempt.findMany({
    where,
    select: {
      id: true,
      slug: true,
      hash: true,
      startedAt: true,
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
  startedAt: Date
  decisions: Array<LoggedDecision & { order: number; exposure: Exposure }>
}

function readExposure(stored: string): Exposure {
  const exposure = EXPOSURES.find((known) => known === stored)
  if (exposure === undefined)
    throw new Error(`Expected one of the exposures ${EXPOSURES.join(', ')}, found "${stored}"`)
  return exposure
}

/** Keeps the ending of an attempt: a cache of what replaying its log gives. */
export function cachingEnding(attempt: string, ending: string): Statement {
  return { sql: 'UPDATE "Attempt" SET "ending" = $2 WHERE "id" = $1', values: [attempt, ending] }
}
