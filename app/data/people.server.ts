import { z } from 'zod'
import type { Asker } from './database.server.ts'
import { ROLES } from './accounts.server.ts'
import { inBoth } from './dialects.ts'
import { dateColumn } from './statements.server.ts'

const personRow = z.object({
  learnerId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  createdAt: dateColumn,
  seenAt: dateColumn.nullable(),
  /** When they asked for a new password and nobody has made them a link yet. */
  askedAt: dateColumn.nullable(),
})

/** What an admin sees of a person: nothing of what they played. */
export type Person = z.infer<typeof personRow>

const PERSON = `SELECT "Account"."learnerId", "name", "email", "role", "Account"."createdAt",
    (SELECT MAX("seenAt") FROM "Session" WHERE "Session"."learnerId" = "Account"."learnerId") AS "seenAt",
    (SELECT MAX("createdAt") FROM "OneTimeLink" WHERE "OneTimeLink"."learnerId" = "Account"."learnerId"
      AND "kind" = 'reset-asked' AND "usedAt" IS NULL AND "expiresAt" > $1) AS "askedAt"
  FROM "Account"`

/** `$1` as a part of the name or the address. Not by LIKE, which would read % and _ as patterns. */
const COUNT_MATCHES = inBoth(
  ({ holds }) =>
    `SELECT COUNT(*) AS "count" FROM "Account" WHERE ${holds('"name"', '$1')} OR ${holds('"email"', '$1')}`,
)

const LIST_MATCHES = inBoth(
  ({ holds }) => `SELECT * FROM (${PERSON}) AS "person" WHERE ${holds('"name"', '$2')} OR ${holds('"email"', '$2')}
  ORDER BY "askedAt" IS NULL, lower("name"), "email" LIMIT $3 OFFSET $4`,
)

const countRow = z.object({ count: z.number() })

type Search = { text: string; now: Date; from: number; most: number }

/** People whose name or address holds the text, those first who asked for a new password, then by name. `count`: all of them. */
export async function listPeople(db: Asker, search: Search): Promise<{ people: Array<Person>; count: number }> {
  const { text, now, from, most } = search
  const people = await db.ask(personRow, { sql: LIST_MATCHES, values: [now, text, most, from] })
  const [counted] = await db.ask(countRow, { sql: COUNT_MATCHES, values: [text] })
  return { people, count: counted?.count ?? 0 }
}

export async function findPerson(db: Asker, learnerId: string, now: Date): Promise<Person | null> {
  const sql = `${PERSON} WHERE "Account"."learnerId" = $2`
  const [person] = await db.ask(personRow, { sql, values: [now, learnerId] })
  return person ?? null
}

/** How many learners play without an account. */
export async function countGuests(db: Asker): Promise<number> {
  const sql = 'SELECT COUNT(*) AS "count" FROM "Learner" WHERE "id" NOT IN (SELECT "learnerId" FROM "Account")'
  const [counted] = await db.ask(countRow, { sql, values: [] })
  return counted?.count ?? 0
}
