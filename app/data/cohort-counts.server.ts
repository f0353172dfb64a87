import { z } from 'zod'
import type { Asker, Reader, Run } from './database.server.ts'
import { inBoth } from './dialects.ts'
import { flagColumn } from './statements.server.ts'

// What is kept of a cohort's counts. It is read and written in sets, whatever their size: a statement for each row would take longer
// than the counting.

const countRow = z.object({
  revision: z.number(),
  modelVersion: z.number(),
  learners: z.number(),
  abilities: z.string(),
  progress: z.string(),
  found: z.number(),
})

/** `learners`: how many are in the counts; `found`: of how many of them it is known with what. */
export type KeptCount = z.infer<typeof countRow>

const FIND_COUNT = `SELECT "revision", "modelVersion", "learners", "abilities", "progress",
    (SELECT COUNT(*) FROM "CountedLearner" c WHERE c."cohortId" = k."cohortId") AS "found"
  FROM "CohortCount" k WHERE k."cohortId" = $1`

/** Null where nothing of the cohort was ever counted. */
export async function findCount(db: Asker, cohortId: string): Promise<KeptCount | null> {
  const [kept] = await db.ask(countRow, { sql: FIND_COUNT, values: [cohortId] })
  return kept ?? null
}

/** A version of a case, as one slug served it. */
export type CountedVersion = { slug: string; hash: string }

const tallyRow = z.object({ json: z.string() })

/** The tally of one version as JSON; null where nothing is counted on it. */
export async function findTally(db: Asker, cohortId: string, { slug, hash }: CountedVersion): Promise<string | null> {
  const sql = 'SELECT "json" FROM "CohortTally" WHERE "cohortId" = $1 AND "slug" = $2 AND "hash" = $3'
  const [kept] = await db.ask(tallyRow, { sql, values: [cohortId, slug, hash] })
  return kept?.json ?? null
}

const everyTallyRow = z.object({ slug: z.string(), hash: z.string(), json: z.string() })

/** All that is counted of a cohort, in a fixed order. */
export async function listTallies(db: Asker, cohortId: string): Promise<Array<CountedVersion & { json: string }>> {
  const sql = 'SELECT "slug", "hash", "json" FROM "CohortTally" WHERE "cohortId" = $1 ORDER BY "slug", "hash"'
  return db.ask(everyTallyRow, { sql, values: [cohortId] })
}

const countedRow = z.object({
  learnerId: z.string(),
  attemptId: z.string(),
  slug: z.string(),
  hash: z.string(),
  hasEnded: flagColumn,
  decided: z.number(),
  ability: z.string(),
})

/** A first attempt as it was counted, with the ability of its learner then. */
export type CountedBefore = z.infer<typeof countedRow>

/** By the index on learners: those asked for are few of a cohort's. */
const LIST_COUNTED = inBoth(
  ({
    isOneOf,
    unindexed,
  }) => `SELECT a."learnerId", a."attemptId", a."slug", a."hash", a."hasEnded", a."decided", l."ability"
  FROM "CountedAttempt" a JOIN "CountedLearner" l ON l."cohortId" = a."cohortId" AND l."learnerId" = a."learnerId"
  WHERE ${unindexed('a."cohortId"')} = $1 AND ${isOneOf('a."learnerId"', '$2')}`,
)

/** What is in the counts of these learners. */
export async function listCounted(
  db: Asker,
  cohortId: string,
  learnerIds: ReadonlyArray<string>,
): Promise<Array<CountedBefore>> {
  return db.ask(countedRow, { sql: LIST_COUNTED, values: [cohortId, JSON.stringify(learnerIds)] })
}

/** A first attempt as it is counted from now on. */
type CountedAttempt = Omit<CountedBefore, 'ability'> & { lastAt: Date }

export type CountChange = {
  cohortId: string
  /** The revision that the change was worked out from. */
  revision: number
  abilities: string
  progress: string
  /** Who may be in the counts with other numbers. */
  removed: ReadonlyArray<string>
  added: ReadonlyArray<{ learnerId: string; decisions: number; attempts: number; ability: string }>
  attempts: ReadonlyArray<CountedAttempt>
  /** The tallies that change, as they are now. */
  tallies: ReadonlyArray<CountedVersion & { json: string }>
}

/** Changes the counts of a cohort. Says false, with nothing changed, where they are of another revision by now. */
export async function saveCount(db: Reader, run: Run, change: CountChange): Promise<boolean> {
  const { cohortId, revision, removed, added } = change
  const { count } = await db.cohortCount.updateMany({
    where: { cohortId, revision },
    data: { revision: revision + 1, abilities: change.abilities, progress: change.progress },
  })
  if (count === 0) return false
  const gone = JSON.stringify(removed)
  await run({ sql: REMOVE_ATTEMPTS, values: [cohortId, gone] })
  const taken = await run({ sql: REMOVE_LEARNERS, values: [cohortId, gone] })
  await run({ sql: ADD_LEARNERS, values: [cohortId, JSON.stringify(added)] })
  await run({ sql: ADD_ATTEMPTS, values: [cohortId, JSON.stringify(change.attempts.map(storedAttempt))] })
  await run({ sql: SAVE_TALLIES, values: [cohortId, revision + 1, JSON.stringify(change.tallies)] })
  await run({ sql: DROP_EMPTY, values: [cohortId] })
  await run({ sql: COUNT_LEARNERS, values: [cohortId, added.length - taken] })
  return true
}

/** By the index on learners, as above. */
const REMOVE_ATTEMPTS = inBoth(
  ({ isOneOf, unindexed }) => `DELETE FROM "CountedAttempt"
  WHERE ${unindexed('"cohortId"')} = $1 AND ${isOneOf('"learnerId"', '$2')}`,
)

const REMOVE_LEARNERS = inBoth(
  ({ isOneOf }) => `DELETE FROM "CountedLearner" WHERE "cohortId" = $1 AND ${isOneOf('"learnerId"', '$2')}`,
)

/** A learner who went meanwhile has no row to hang off: the numbers then tell that one is missing. */
const ADD_LEARNERS = inBoth(
  ({ rowsOf }) => `INSERT INTO "CountedLearner" ("cohortId", "learnerId", "decisions", "attempts", "ability")
  SELECT $1, "value" ->> 'learnerId', CAST("value" ->> 'decisions' AS INTEGER), CAST("value" ->> 'attempts' AS INTEGER),
    "value" ->> 'ability'
  FROM ${rowsOf('$2')} WHERE EXISTS (SELECT 1 FROM "Learner" l WHERE l."id" = "value" ->> 'learnerId')`,
)

const ADD_ATTEMPTS = inBoth(
  ({ rowsOf, moment }) => `INSERT INTO "CountedAttempt"
    ("cohortId", "slug", "hash", "learnerId", "attemptId", "hasEnded", "decided", "lastAt")
  SELECT $1, "value" ->> 'slug', "value" ->> 'hash', "value" ->> 'learnerId', "value" ->> 'attemptId',
    CAST("value" ->> 'hasEnded' AS BOOLEAN), CAST("value" ->> 'decided' AS INTEGER), ${moment(`"value" ->> 'lastAt'`)}
  FROM ${rowsOf('$2')} WHERE EXISTS (SELECT 1 FROM "Learner" l WHERE l."id" = "value" ->> 'learnerId')`,
)

const SAVE_TALLIES = inBoth(
  ({ rowsOf }) => `INSERT INTO "CohortTally" ("cohortId", "revision", "slug", "hash", "json")
  SELECT $1, CAST($2 AS INTEGER), "value" ->> 'slug', "value" ->> 'hash', "value" ->> 'json' FROM ${rowsOf('$3')} WHERE true
  ON CONFLICT ("cohortId", "slug", "hash") DO UPDATE SET "revision" = excluded."revision", "json" = excluded."json"`,
)

/** A tally from which all was taken again is as one that never was. */
const DROP_EMPTY = `DELETE FROM "CohortTally" WHERE "cohortId" = $1 AND "json" = '{}'`

const COUNT_LEARNERS = 'UPDATE "CohortCount" SET "learners" = "learners" + $2 WHERE "cohortId" = $1'

/** A moment as SQLite keeps those of Prisma, so that they compare as text. */
function storedAttempt({ lastAt, ...attempt }: CountedAttempt) {
  return { ...attempt, lastAt: lastAt.toISOString().replace('Z', '+00:00') }
}

/** Drops all that is kept of a cohort's counts. The revision goes on, so that nothing worked out from what was kept is saved. */
export async function dropCount(db: Reader, cohortId: string, modelVersion: number): Promise<void> {
  const where = { where: { cohortId } }
  await db.cohortTally.deleteMany(where)
  await db.countedAttempt.deleteMany(where)
  await db.countedLearner.deleteMany(where)
  const empty = { modelVersion, learners: 0, abilities: '{}', progress: '{}' }
  await db.cohortCount.upsert({
    ...where,
    create: { cohortId, revision: 0, ...empty },
    update: { revision: { increment: 1 }, ...empty },
  })
}

/** Every cohort, so that each can be counted anew. */
export async function listCohortIds(db: Reader): Promise<Array<string>> {
  return (await db.cohort.findMany({ select: { id: true }, orderBy: { createdAt: 'asc' } })).map(({ id }) => id)
}

const revisionRow = z.object({ slug: z.string(), hash: z.string(), revision: z.number() })

/** A version on which somebody has ended, and the revision of the counts in which its tally changed last. */
export type TallyRevision = z.infer<typeof revisionRow>

export async function listTallyRevisions(db: Asker, cohortId: string): Promise<Array<TallyRevision>> {
  const sql = 'SELECT "slug", "hash", "revision" FROM "CohortTally" WHERE "cohortId" = $1'
  return db.ask(revisionRow, { sql, values: [cohortId] })
}

const stillRow = z.object({ slug: z.string(), still: z.number() })

const COUNT_STILL = `SELECT "slug", COUNT(*) AS "still" FROM "CountedAttempt"
  WHERE "cohortId" = $1 AND "hasEnded" = FALSE AND "lastAt" < $2 GROUP BY "slug"`

/** How many stand still in each case: they decided last, or began, before then and have not ended. */
export async function countStill(db: Asker, cohortId: string, since: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db.ask(stillRow, { sql: COUNT_STILL, values: [cohortId, since] })
  return new Map(rows.map(({ slug, still }) => [slug, still]))
}

const activeRow = z.object({ learners: z.number() })

/** By the index on dates, whatever the slugs: few of all attempts are of this week. */
const COUNT_ACTIVE = inBoth(
  ({ isOneOf, unindexed }) => `SELECT COUNT(DISTINCT "learnerId") AS "learners" FROM "CountedAttempt"
  WHERE "cohortId" = $1 AND ${isOneOf(unindexed('"slug"'), '$2')} AND "lastAt" >= $3`,
)

/** How many learners began or decided something in these cases since then. */
export async function countActive(
  db: Asker,
  cohortId: string,
  { slugs, since }: { slugs: ReadonlyArray<string>; since: Date },
): Promise<number> {
  const [row] = await db.ask(activeRow, { sql: COUNT_ACTIVE, values: [cohortId, JSON.stringify(slugs), since] })
  return row?.learners ?? 0
}
