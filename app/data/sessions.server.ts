import type { Reader } from './database.server.ts'

export async function findSession(db: Reader, id: string, now: Date): Promise<{ learnerId: string } | null> {
  return db.session.findFirst({ where: { id, expiresAt: { gt: now } }, select: { learnerId: true } })
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
