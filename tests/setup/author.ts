import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'

/** Gives the learner whose browser holds this cookie an account with a role; gives their id. */
export function makeAuthor(database: string, cookie: string, name: string, role = 'instructor'): string {
  const db = new Database(database)
  try {
    const learner = db.prepare('SELECT learnerId FROM Session WHERE id = ?').pluck().get(sessionOf(cookie))
    if (typeof learner !== 'string') throw new Error('Expected the cookie of a session')
    db.prepare(
      `INSERT INTO Account (learnerId, email, name, passwordHash, role, createdAt) VALUES (?, ?, ?, '', ?, '2026-11-02T08:00:00.000+00:00')`,
    ).run(learner, `${learner}@example.org`, name, role)
    return learner
  } finally {
    db.close()
  }
}

/** The cookie holds the secret as signed JSON; the database holds its hash. */
function sessionOf(cookie: string): string {
  const [value = ''] = decodeURIComponent(cookie.replace(/^casewright=/, '')).split('.')
  const token: unknown = JSON.parse(Buffer.from(value, 'base64').toString())
  return createHash('sha256').update(String(token)).digest('base64url')
}
