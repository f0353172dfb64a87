import { changeAccount, findAccount, findAccountByEmail } from '../data/accounts.server.ts'
import type { Account } from '../data/accounts.server.ts'
import type { Database } from '../data/database.server.ts'
import { findLink, removeLinks, replaceLink, useLink } from '../data/one-time-links.server.ts'
import type { LinkState } from '../data/one-time-links.server.ts'
import { endSessions } from '../data/sessions.server.ts'
import type { Limits } from './limits.server.ts'
import { passwordProblem } from './password-problem.ts'
import { hashPassword } from './password.server.ts'
import { idOf, makeSecret } from './secret-link.server.ts'

const HOUR_MS = 3_600_000
const ASKED_DAYS = 7

type Resetting = { db: Database; now: Date }

/** The address of the page that a link to a new password leads to. In the query, which no log holds. */
export function resetPath(secret: string): string {
  return `/reset/new?token=${secret}`
}

/** Makes the one link with which someone sets a new password within an hour; earlier ones are void. Gives its secret. */
export async function makeReset(learnerId: string, { db, now }: Resetting): Promise<string> {
  const { secret, id } = makeSecret()
  const expiresAt = new Date(now.getTime() + HOUR_MS)
  await db.write(async (tx) => {
    await removeLinks(tx, { kind: 'reset-asked', learnerId })
    await replaceLink(tx, { id, kind: 'reset', learnerId, createdAt: now, expiresAt })
  })
  return secret
}

/** Makes a reset for the account with this address; null where there is none. */
export async function makeResetFor(email: string, resetting: Resetting): Promise<string | null> {
  const account = await findAccountByEmail(resetting.db, email)
  return account && makeReset(account.learnerId, resetting)
}

/** Where no mail is sent: notes for the admins that the owner of this address, if there is one, asked for a link. */
export async function noteResetAsked(email: string, { db, now }: Resetting): Promise<void> {
  const account = await findAccountByEmail(db, email)
  if (account === null) return
  const { learnerId } = account
  const expiresAt = new Date(now.getTime() + ASKED_DAYS * 24 * HOUR_MS)
  const { id } = makeSecret()
  await db.write((tx) => replaceLink(tx, { id, kind: 'reset-asked', learnerId, createdAt: now, expiresAt }))
}

/** Where a link stands, without using it: programs open links that nobody pressed. */
export async function openReset(secret: string, { db, now }: Resetting): Promise<LinkState['state']> {
  return (await findLink(db.read, { id: idOf(secret), kind: 'reset', now })).state
}

export type Reset =
  | { kind: 'done'; account: Account }
  | { kind: 'problem'; problem: string }
  | { kind: 'closed'; state: LinkState['state'] }

/** Sets a new password, uses the link up and ends every session of the account. Of several at once, one is `done`. */
export async function useReset(
  { secret, password }: { secret: string; password: string },
  { db, now, limits }: Resetting & { limits: Limits },
): Promise<Reset> {
  const question = { id: idOf(secret), kind: 'reset' as const, now }
  const link = await findLink(db.read, question)
  const account = link.state === 'open' && link.learnerId !== null ? await findAccount(db, link.learnerId) : null
  if (account === null) return { kind: 'closed', state: link.state === 'open' ? 'unknown' : link.state }
  const problem = passwordProblem(password, account.email)
  if (problem !== null) return { kind: 'problem', problem }
  const passwordHash = await hashPassword(password)
  const { learnerId, email } = account
  const used = await db.write(async (tx) => {
    const { state } = await useLink(tx, question)
    if (state !== 'open') return state
    await changeAccount(tx, learnerId, { passwordHash })
    await endSessions(tx, learnerId, null)
    return state
  })
  if (used !== 'open') return { kind: 'closed', state: used }
  await limits.forget('sign-in-address', email)
  return { kind: 'done', account: { ...account, passwordHash } }
}
