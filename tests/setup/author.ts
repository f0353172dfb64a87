import { createHash } from 'node:crypto'
import { stored } from './stored.ts'

/** Gives the learner whose browser holds this cookie an account with a role; gives their id. */
export function makeAuthor(database: string, cookie: string, name: string, role = 'instructor'): string {
  const [session] = stored<{ learnerId: string }>(
    database,
    'SELECT "learnerId" FROM "Session" WHERE "id" = ?',
    sessionOf(cookie),
  )
  if (!session) throw new Error('Expected the cookie of a session')
  const { learnerId } = session
  const sql = `INSERT INTO "Account" ("learnerId", "email", "name", "passwordHash", "role", "createdAt")
    VALUES (?, ?, ?, '', ?, '2026-11-02T08:00:00.000+00:00')`
  stored(database, sql, learnerId, `${learnerId}@example.org`, name, role)
  return learnerId
}

/** The cookie holds the secret as signed JSON; the database holds its hash. */
function sessionOf(cookie: string): string {
  const [value = ''] = decodeURIComponent(cookie.replace(/^casewright=/, '')).split('.')
  const token: unknown = JSON.parse(Buffer.from(value, 'base64').toString())
  return createHash('sha256').update(String(token)).digest('base64url')
}
