import { z } from 'zod'
import { accountRow } from './accounts.server.ts'
import type { Asker, Reader } from './database.server.ts'
import { dateColumn } from './statements.server.ts'
import type { Statement } from './statements.server.ts'

const columns = { id: z.string(), learnerId: z.string(), seenAt: dateColumn.nullable() }

const sessionRow = z.union([
  z.object({ ...columns, email: z.null() }).transform(({ id, learnerId, seenAt }) => {
    return { id, learnerId, seenAt, account: null }
  }),
  z.object({ ...columns, ...accountRow.shape }).transform(({ id, seenAt, ...account }) => {
    return { id, learnerId: account.learnerId, seenAt, account }
  }),
])

/** A browser that may act for a learner, and the learner's account; null for a guest. `seenAt` is to the day. */
export type FoundSession = z.infer<typeof sessionRow>

export type NewSession = { id: string; createdAt: Date; expiresAt: Date; browser: string | null }

/** Both in one statement: every request asks this, and those of a decision ask little else. */
const FIND_SESSION = `SELECT "id", "Session"."learnerId", "seenAt", "email", "name", "passwordHash", "role"
  FROM "Session" LEFT JOIN "Account" ON "Account"."learnerId" = "Session"."learnerId"
  WHERE "id" = $1 AND "expiresAt" > $2`

export async function findSession(db: Asker, id: string, now: Date): Promise<FoundSession | null> {
  const [session] = await db.ask(sessionRow, { sql: FIND_SESSION, values: [id, now] })
  return session ?? null
}

/** Notes when and as what a browser was last seen. */
export function notingSeen(id: string, seenAt: Date, browser: string | null): Statement {
  return { sql: 'UPDATE "Session" SET "seenAt" = $2, "browser" = $3 WHERE "id" = $1', values: [id, seenAt, browser] }
}

/** Makes a learner without an account and the session that lets them back in. */
export async function createGuest(db: Reader, learnerId: string, session: NewSession): Promise<void> {
  await db.learner.create({ data: { id: learnerId, createdAt: session.createdAt } })
  await createSession(db, learnerId, session)
}

export async function createSession(db: Reader, learnerId: string, session: NewSession): Promise<void> {
  await db.session.create({ data: { ...session, learnerId, seenAt: dayOf(session.createdAt) } })
}

/** One line of the list in which a learner finds their browsers. */
export type ListedSession = { id: string; createdAt: Date; seenAt: Date | null; browser: string | null }

/** The sessions of a learner that still open something, the one seen last first. */
export async function listSessions(db: Reader, learnerId: string, now: Date): Promise<Array<ListedSession>> {
  return db.session.findMany({
    where: { learnerId, expiresAt: { gt: now } },
    select: { id: true, createdAt: true, seenAt: true, browser: true },
    orderBy: [{ seenAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
  })
}

/** Ends one session, only if it is this learner's; says whether it was. */
export async function endSession(db: Reader, learnerId: string, id: string): Promise<boolean> {
  return (await db.session.deleteMany({ where: { id, learnerId } })).count === 1
}

/** Ends all sessions of a learner but this one; all of them where it is null. Gives their number. */
export async function endSessions(db: Reader, learnerId: string, except: string | null): Promise<number> {
  const kept = except === null ? {} : { id: { not: except } }
  return (await db.session.deleteMany({ where: { learnerId, ...kept } })).count
}

/** The day of a moment: when a browser was last seen is kept no closer than this. */
export function dayOf(moment: Date): Date {
  return new Date(`${moment.toISOString().slice(0, 10)}T00:00:00.000Z`)
}
