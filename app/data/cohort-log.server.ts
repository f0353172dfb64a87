import { z } from 'zod'
import { EXPOSURES } from '../../machines/play/exposure.ts'
import type { Asker } from './database.server.ts'
import { inBoth } from './dialects.ts'
import { dateColumn, flagColumn } from './statements.server.ts'

const attemptRow = z.object({
  id: z.string(),
  learnerId: z.string(),
  slug: z.string(),
  hash: z.string(),
  startedAt: dateColumn,
  ending: z.string().nullable(),
  decided: z.number(),
  lastAt: dateColumn.nullable(),
})

/** The first attempt of a learner at a case. `lastAt` is null where nothing has been decided. */
export type FirstAttempt = z.infer<typeof attemptRow>

/** A learner's first attempt is the one begun first; of two begun in one millisecond, the one with the smaller id. */
const IS_FIRST = `NOT EXISTS (
    SELECT 1 FROM "Attempt" AS "before" WHERE "before"."learnerId" = a."learnerId" AND "before"."slug" = a."slug"
      AND ("before"."startedAt" < a."startedAt" OR ("before"."startedAt" = a."startedAt" AND "before"."id" < a."id"))
  )`

const LIST_FIRST = `SELECT a."id", a."learnerId", a."slug", a."hash", a."startedAt", a."ending",
    (SELECT COUNT(*) FROM "Decision" d WHERE d."attemptId" = a."id") AS "decided",
    (SELECT MAX(d."acceptedAt") FROM "Decision" d WHERE d."attemptId" = a."id") AS "lastAt"
  FROM "CohortMember" m JOIN "Attempt" a ON a."learnerId" = m."learnerId"
  WHERE m."cohortId" = $1 AND ${IS_FIRST}
  ORDER BY a."startedAt", a."id"`

/** The first attempts of a cohort's learners at every case, in one query; without what was decided in them. */
export async function listFirstAttempts(db: Asker, cohortId: string): Promise<Array<FirstAttempt>> {
  return db.ask(attemptRow, { sql: LIST_FIRST, values: [cohortId] })
}

const FIRST_OF = inBoth(
  ({ isOneOf }) => `SELECT a."id", a."learnerId", a."slug", a."hash", a."startedAt", a."ending",
    (SELECT COUNT(*) FROM "Decision" d WHERE d."attemptId" = a."id") AS "decided",
    (SELECT MAX(d."acceptedAt") FROM "Decision" d WHERE d."attemptId" = a."id") AS "lastAt"
  FROM "Attempt" a WHERE ${isOneOf('a."learnerId"', '$1')} AND ${IS_FIRST}`,
)

/** The first attempts of these learners at every case. */
export async function listFirstAttemptsOf(db: Asker, learnerIds: ReadonlyArray<string>): Promise<Array<FirstAttempt>> {
  return db.ask(attemptRow, { sql: FIRST_OF, values: [JSON.stringify(learnerIds)] })
}

const beginningRow = z.object({ id: z.string(), slug: z.string(), hash: z.string(), startedAt: dateColumn })

/** What an attempt was begun with, whoever's it is by now. */
export type Beginning = z.infer<typeof beginningRow>

const LIST_BEGINNINGS = inBoth(
  ({ isOneOf }) => `SELECT "id", "slug", "hash", "startedAt" FROM "Attempt" WHERE ${isOneOf('"id"', '$1')}`,
)

/** The beginnings of these attempts, as far as they are still there. */
export async function listBeginnings(db: Asker, attemptIds: ReadonlyArray<string>): Promise<Array<Beginning>> {
  return db.ask(beginningRow, { sql: LIST_BEGINNINGS, values: [JSON.stringify(attemptIds)] })
}

const decisionRow = z.object({
  attempt: z.string(),
  scene: z.string(),
  node: z.string(),
  choice: z.string(),
  worst: z.string().nullable(),
  confidence: z.enum(['guess', 'fairly', 'certain']).nullable().catch(null),
  acceptedAt: dateColumn,
  readMs: z.number().nullable(),
  timedOut: flagColumn,
  exposure: z.enum(EXPOSURES),
})

/** A decision of a first attempt. What was written with it is asked for apart. */
export type CohortDecision = z.infer<typeof decisionRow>

const LIST_DECISIONS = inBoth(
  ({ isOneOf }) => `SELECT d."attemptId" AS "attempt", d."scene", d."node", d."choice", d."worst", d."confidence",
    d."acceptedAt", d."readMs", d."timedOut", d."exposure"
  FROM "Decision" d WHERE ${isOneOf('d."attemptId"', '$1')} ORDER BY d."attemptId", d."seq"`,
)

/** The decisions of these attempts, attempt by attempt and in order. */
export async function listDecisionsOf(db: Asker, attemptIds: ReadonlyArray<string>): Promise<Array<CohortDecision>> {
  return db.ask(decisionRow, { sql: LIST_DECISIONS, values: [JSON.stringify(attemptIds)] })
}

const reasonRow = z.object({ learnerId: z.string(), node: z.string(), choice: z.string(), reason: z.string() })

/** What was written with a decision in first attempts at one version, where it was met for the first time. */
export type CohortReason = z.infer<typeof reasonRow>

const LIST_REASONS = `SELECT a."learnerId", d."node", d."choice", d."reason"
  FROM "CohortMember" m JOIN "Attempt" a ON a."learnerId" = m."learnerId" JOIN "Decision" d ON d."attemptId" = a."id"
  WHERE m."cohortId" = $1 AND a."slug" = $2 AND a."hash" = $3 AND d."exposure" <> 'seen'
    AND d."reason" IS NOT NULL AND ${IS_FIRST}
  ORDER BY d."node", d."choice", d."acceptedAt"`

export async function listReasons(
  db: Asker,
  asked: { cohortId: string; slug: string; hash: string },
): Promise<Array<CohortReason>> {
  const { cohortId, slug, hash } = asked
  return db.ask(reasonRow, { sql: LIST_REASONS, values: [cohortId, slug, hash] })
}
