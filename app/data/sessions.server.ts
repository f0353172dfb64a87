import { z } from 'zod'
import type { Asker, Reader } from './database.server.ts'

const sessionRow = z.object({ learnerId: z.string() })

export async function findSession(db: Asker, id: string, now: Date): Promise<{ learnerId: string } | null> {
  const sql = 'SELECT "learnerId" FROM "Session" WHERE "id" = $1 AND "expiresAt" > $2'
  const [session] = await db.ask(sessionRow, { sql, values: [id, now] })
  return session ?? null
}

/** Makes a learner without an account and the session that lets them back in. */
export async function createGuest(
  db: Reader,
  guest: { learnerId: string; sessionId: string; now: Date; expiresAt: Date },
): Promise<void> {
  const { learnerId, sessionId, now, expiresAt } = guest
  await db.learner.create({ data: { id: learnerId, createdAt: now } })
  await db.session.create({ data: { id: sessionId, learnerId, createdAt: now, expiresAt } })
}
