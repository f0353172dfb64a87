import { z } from 'zod'
import type { Asker } from './database.server.ts'
import type { Sql } from './dialects.ts'
import { flagColumn } from './statements.server.ts'

// Of whom a cohort counts something else than their log holds by now.

const changedRow = z.object({
  learnerId: z.string(),
  isMember: flagColumn,
  decisions: z.number(),
  attempts: z.number(),
})

/** A learner whose log is longer than it was counted, who is new in the cohort, or who is no longer in it. */
export type ChangedLearner = z.infer<typeof changedRow>

/** A log only grows, and all that is counted follows from it: who has as many decisions and attempts as then has not changed. */
function comparing(which: string): string {
  return `SELECT * FROM (
    SELECT m."learnerId", 1 AS "isMember",
      (SELECT COALESCE(MAX(d."order") + 1, 0) FROM "Decision" d WHERE d."learnerId" = m."learnerId") AS "decisions",
      (SELECT COUNT(*) FROM "Attempt" a WHERE a."learnerId" = m."learnerId") AS "attempts",
      c."decisions" AS "countedDecisions", c."attempts" AS "countedAttempts"
    FROM "CohortMember" m
      LEFT JOIN "CountedLearner" c ON c."cohortId" = m."cohortId" AND c."learnerId" = m."learnerId"
    WHERE m."cohortId" = $1 ${which}
  ) AS "compared" WHERE "countedDecisions" IS DISTINCT FROM "decisions" OR "countedAttempts" IS DISTINCT FROM "attempts"
  UNION ALL SELECT "learnerId", 0, 0, 0, 0, 0 FROM (
    SELECT "learnerId" FROM "CountedLearner" WHERE "cohortId" = $1
    EXCEPT SELECT "learnerId" FROM "CohortMember" WHERE "cohortId" = $1
  ) AS "left"`
}

const LIST_CHANGED = comparing('')

/** UNION without ALL would read a whole index in the order of learners, to find each of them once. */
const LIST_CHANGED_SINCE = comparing(`AND m."learnerId" IN (
    SELECT "learnerId" FROM "Decision" WHERE "rowid" > $2
    UNION ALL SELECT "learnerId" FROM "Attempt" WHERE "rowid" > $3
    UNION ALL SELECT "learnerId" FROM (
      SELECT "learnerId" FROM "CohortMember" WHERE "cohortId" = $1
      EXCEPT SELECT "learnerId" FROM "CountedLearner" WHERE "cohortId" = $1
    )
  )`)

/**
 * Those of whom something else is counted than there is now. With a mark it costs what is new, without it compares every member.
 * @param since what was counted is what the logs held when this was their end
 */
export async function listChangedLearners(
  db: Asker,
  cohortId: string,
  since: LogMark | null,
): Promise<Array<ChangedLearner>> {
  if (since === null) return db.ask(changedRow, { sql: LIST_CHANGED, values: [cohortId] })
  return db.ask(changedRow, { sql: LIST_CHANGED_SINCE, values: [cohortId, since.decision, since.attempt] })
}

const markRow = z.object({ decision: z.number(), decided: z.string(), attempt: z.number(), begun: z.string() })

/** The end of all logs: the last row of the decisions and of the attempts, each with what it was called. */
export type LogMark = z.infer<typeof markRow>

/**
 * PostgreSQL has no number that grows in the order in which rows are committed: one that is written first can be seen last. There each
 * member is compared every time.
 */
const FIND_MARK: Sql = {
  sqlite: `SELECT d."rowid" AS "decision", d."attemptId" || ' ' || d."seq" AS "decided",
    a."rowid" AS "attempt", a."id" AS "begun"
  FROM "Decision" d, "Attempt" a
  WHERE d."rowid" = (SELECT MAX("rowid") FROM "Decision") AND a."rowid" = (SELECT MAX("rowid") FROM "Attempt")`,
  postgresql: `SELECT 0 AS "decision", '' AS "decided", 0 AS "attempt", '' AS "begun" WHERE FALSE`,
}

/** Null as long as nobody has decided anything, and in PostgreSQL. */
export async function findLogMark(db: Asker): Promise<LogMark | null> {
  const [mark] = await db.ask(markRow, { sql: FIND_MARK, values: [] })
  return mark ?? null
}

const heldRow = z.object({ holds: flagColumn })

const HOLDS = `SELECT
    EXISTS (SELECT 1 FROM "Decision" WHERE "rowid" = $1 AND "attemptId" || ' ' || "seq" = $2)
    AND EXISTS (SELECT 1 FROM "Attempt" WHERE "rowid" = $3 AND "id" = $4) AS "holds"`

/**
 * Whether all that was written since stands after a mark. SQLite gives each row the number after the highest, so that is so for as long
 * as the marked rows are where they were. Once they are deleted their numbers are given again, and VACUUM may number all anew.
 */
export async function isMarkHeld(db: Asker, mark: LogMark): Promise<boolean> {
  const { decision, decided, attempt, begun } = mark
  const [row] = await db.ask(heldRow, { sql: HOLDS, values: [decision, decided, attempt, begun] })
  return row?.holds ?? false
}
