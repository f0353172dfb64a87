import { z } from 'zod'
import type { Asker, Reader } from './database.server.ts'
import { dateColumn } from './statements.server.ts'
import type { Statement } from './statements.server.ts'

/** A profile as it is kept. `decisions` is how many of the learner's log it covers. */
export type KeptProfile = { modelVersion: number; decisions: number; json: string }

/** The end of a learner's whole log: how many decisions it has, and when the last was accepted. */
export type LogEnd = { decisions: number; lastAt: Date | null }

const keptRow = z
  .object({
    order: z.number().nullable(),
    acceptedAt: dateColumn.nullable(),
    modelVersion: z.number().nullable(),
    decisions: z.number().nullable(),
    json: z.string().nullable(),
  })
  .transform(({ order, acceptedAt, modelVersion, decisions, json }): { end: LogEnd; kept: KeptProfile | null } => ({
    end: { decisions: order === null ? 0 : order + 1, lastAt: acceptedAt },
    kept: modelVersion === null || decisions === null || json === null ? null : { modelVersion, decisions, json },
  }))

const FIND_KEPT = `SELECT "order", "acceptedAt", "modelVersion", "decisions", "json" FROM "Learner"
  LEFT JOIN "Profile" ON "Profile"."learnerId" = "Learner"."id"
  LEFT JOIN "Decision" ON "Decision"."learnerId" = "Learner"."id"
    AND "order" = (SELECT MAX("order") FROM "Decision" WHERE "learnerId" = $1)
  WHERE "id" = $1`

/** What is kept of a learner's profile, and the end of the log that it should cover, as of one moment. */
export async function findKept(db: Asker, learnerId: string): Promise<{ end: LogEnd; kept: KeptProfile | null }> {
  const [found] = await db.ask(keptRow, { sql: FIND_KEPT, values: [learnerId] })
  return found ?? { end: { decisions: 0, lastAt: null }, kept: null }
}

/** Keeps a profile, but only where it covers the learner's log as it is: nothing newer is ever overwritten. */
const SAVE_PROFILE = `INSERT INTO "Profile" ("learnerId", "modelVersion", "decisions", "json")
  SELECT CAST($1 AS TEXT), CAST($2 AS INTEGER), CAST($3 AS INTEGER), CAST($4 AS TEXT)
  WHERE CAST($3 AS INTEGER) = (SELECT COALESCE(MAX("order") + 1, 0) FROM "Decision" WHERE "learnerId" = $1)
  ON CONFLICT ("learnerId") DO UPDATE SET
    "modelVersion" = excluded."modelVersion", "decisions" = excluded."decisions", "json" = excluded."json"`

export function savingProfile(learnerId: string, { modelVersion, decisions, json }: KeptProfile): Statement {
  return { sql: SAVE_PROFILE, values: [learnerId, modelVersion, decisions, json] }
}

/** Everyone who has decided anything or has a profile. */
export async function listScoredLearners(db: Reader): Promise<Array<string>> {
  const learners = await db.learner.findMany({
    where: { OR: [{ decisions: { some: {} } }, { profile: { isNot: null } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return learners.map(({ id }) => id)
}
