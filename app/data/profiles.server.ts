import { z } from 'zod'
import type { Asker, Reader } from './database.server.ts'
import type { Statement } from './statements.server.ts'

const profileRow = z.object({ modelVersion: z.number(), decisions: z.number(), json: z.string() })

/** A kept profile. `decisions` is how many of the learner's log it covers. */
export type KeptProfile = z.infer<typeof profileRow>

export async function findProfile(db: Asker, learnerId: string): Promise<KeptProfile | null> {
  const sql = 'SELECT "modelVersion", "decisions", "json" FROM "Profile" WHERE "learnerId" = $1'
  const [kept] = await db.ask(profileRow, { sql, values: [learnerId] })
  return kept ?? null
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
