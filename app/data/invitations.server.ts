import type { Reader } from './database.server.ts'

/** Someone who was asked by address and has not joined. `sentAt` is null until a mail went out. */
export type Invitation = { email: string; name: string; invitedAt: Date; sentAt: Date | null }

/** By address. */
export async function listInvitations(db: Reader, cohortId: string): Promise<Array<Invitation>> {
  return db.invitation.findMany({
    where: { cohortId },
    select: { email: true, name: true, invitedAt: true, sentAt: true },
    orderBy: { email: 'asc' },
  })
}

export type Invited = Pick<Invitation, 'email' | 'name'>

/** SQLite takes some ten thousand values in a statement; five go into each row. */
const ROWS_A_STATEMENT = 500

/** Keeps the invitations of addresses that have none yet; gives how many were new. */
export async function addInvitations(
  db: Reader,
  cohortId: string,
  invited: ReadonlyArray<Invited>,
  now: Date,
): Promise<number> {
  const known = await db.invitation.findMany({ where: { cohortId }, select: { email: true } })
  const taken = new Set(known.map(({ email }) => email))
  const added = invited.filter(({ email }) => !taken.has(email))
  for (let from = 0; from < added.length; from += ROWS_A_STATEMENT) {
    const rows = added.slice(from, from + ROWS_A_STATEMENT)
    await db.invitation.createMany({ data: rows.map((row) => ({ ...row, cohortId, invitedAt: now })) })
  }
  return added.length
}

/** Says whether there was one. */
export async function removeInvitation(db: Reader, cohortId: string, email: string): Promise<boolean> {
  return (await db.invitation.deleteMany({ where: { cohortId, email } })).count === 1
}

/** An invitation that no mail has gone out for, to a cohort that can be joined. */
export type UnsentInvitation = { cohortId: string; email: string; name: string; cohort: string; joinCode: string }

/** The oldest first. */
export async function listUnsentInvitations(db: Reader, most: number): Promise<Array<UnsentInvitation>> {
  const rows = await db.invitation.findMany({
    where: { sentAt: null, cohort: { archivedAt: null } },
    select: { cohortId: true, email: true, name: true, cohort: { select: { name: true, joinCode: true } } },
    orderBy: [{ invitedAt: 'asc' }, { email: 'asc' }],
    take: most,
  })
  return rows.map(({ cohort, ...invitation }) => ({ ...invitation, cohort: cohort.name, joinCode: cohort.joinCode }))
}

/** Claims an invitation before its mail leaves, so that it is sent once; false where another was quicker or it is gone. */
export async function claimInvitation(
  db: Reader,
  key: { cohortId: string; email: string },
  sentAt: Date,
): Promise<boolean> {
  return (await db.invitation.updateMany({ where: { ...key, sentAt: null }, data: { sentAt } })).count === 1
}

/** Gives a claim back where the mail was refused. */
export async function releaseInvitation(db: Reader, key: { cohortId: string; email: string }): Promise<void> {
  await db.invitation.updateMany({ where: key, data: { sentAt: null } })
}
