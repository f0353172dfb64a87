import { z } from 'zod'
import { EXPOSURES } from '../../machines/play/exposure.ts'
import type { Asker } from './database.server.ts'
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

const decisionRow = z.object({
  attempt: z.string(),
  seq: z.number(),
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

const LIST_DECISIONS = `SELECT a."id" AS "attempt", d."seq", d."scene", d."node", d."choice",
    d."worst", d."confidence", d."acceptedAt", d."readMs", d."timedOut", d."exposure"
  FROM "CohortMember" m JOIN "Attempt" a ON a."learnerId" = m."learnerId" JOIN "Decision" d ON d."attemptId" = a."id"
  WHERE m."cohortId" = $1 AND a."slug" IN (SELECT "value" FROM json_each($2)) AND ${IS_FIRST}
  ORDER BY a."startedAt", a."id", d."seq"`

/** The decisions of a cohort's first attempts at these cases, attempt by attempt and in order, in one query. */
export async function listCohortDecisions(
  db: Asker,
  cohortId: string,
  slugs: ReadonlyArray<string>,
): Promise<Array<CohortDecision>> {
  return db.ask(decisionRow, { sql: LIST_DECISIONS, values: [cohortId, JSON.stringify(slugs)] })
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

const profileRow = z.object({ learnerId: z.string(), json: z.string() })

/** The kept profiles of a cohort's learners. One that was dropped is missing until its learner decides again. */
export async function listCohortProfiles(
  db: Asker,
  cohortId: string,
): Promise<Array<{ learnerId: string; json: string }>> {
  const sql = `SELECT p."learnerId", p."json" FROM "CohortMember" m JOIN "Profile" p ON p."learnerId" = m."learnerId"
    WHERE m."cohortId" = $1`
  return db.ask(profileRow, { sql, values: [cohortId] })
}

const markRow = z.object({ learnerId: z.string(), decisions: z.number() })

/** How many decisions the kept profile of each of a cohort's learners covers: by this it is known whether any has changed. */
export async function listProfileMarks(
  db: Asker,
  cohortId: string,
): Promise<Array<{ learnerId: string; decisions: number }>> {
  const sql = `SELECT p."learnerId", p."decisions" FROM "CohortMember" m JOIN "Profile" p ON p."learnerId" = m."learnerId"
    WHERE m."cohortId" = $1 ORDER BY p."learnerId"`
  return db.ask(markRow, { sql, values: [cohortId] })
}
