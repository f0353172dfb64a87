import { randomUUID } from 'node:crypto'
import { changeAccount, countAdmins, createAccount } from '../data/accounts.server.ts'
import { isTaken } from '../data/database.server.ts'
import type { Database, Reader } from '../data/database.server.ts'
import { findLink, removeLinks, replaceLink, useLink } from '../data/one-time-links.server.ts'
import type { LinkState } from '../data/one-time-links.server.ts'
import { createSession, endSessions } from '../data/sessions.server.ts'
import type { NewSession } from '../data/sessions.server.ts'
import { hashPassword } from './password.server.ts'
import { idOf, makeSecret } from './secret-link.server.ts'
import type { NewAccount } from './sign-up.server.ts'

const DAY_MS = 86_400_000

/**
 * Makes the link with which the first account becomes admin, good for a day, and gives its path; null where there is an admin. Earlier
 * links are void either way.
 */
export async function makeFirstAdminPath(db: Database, now: Date): Promise<string | null> {
  const { secret, id } = makeSecret()
  const expiresAt = new Date(now.getTime() + DAY_MS)
  return db.write(async (tx) => {
    await removeLinks(tx, { kind: 'first-admin', learnerId: null })
    if ((await countAdmins(tx)) > 0) return null
    await replaceLink(tx, { id, kind: 'first-admin', learnerId: null, createdAt: now, expiresAt })
    return `/first-admin?token=${secret}`
  })
}

/** Where the link stands, without using it. */
export async function openFirstAdmin(secret: string, { db, now }: { db: Database; now: Date }): Promise<boolean> {
  const { state } = await findLink(db.read, { id: idOf(secret), kind: 'first-admin', now })
  return state === 'open' && (await countAdmins(db.read)) === 0
}

/** Who is to be the admin: someone who is signed in, or a new account, added to a guest where there is one. */
type Claimant = { signedIn: string } | { guest: string | null; account: NewAccount }

type Claimed = 'admin' | 'taken' | Exclude<LinkState['state'], 'open'>

/** Uses the link up and makes its bearer the admin, in one transaction and with a new session. Anything but `admin` changed nothing. */
export async function claimAdmin(
  secret: string,
  claimant: Claimant,
  { db, session }: { db: Database; session: NewSession },
): Promise<Claimed> {
  const now = session.createdAt
  const passwordHash = 'account' in claimant ? await hashPassword(claimant.account.password) : ''
  const learnerId = 'signedIn' in claimant ? claimant.signedIn : (claimant.guest ?? randomUUID())
  try {
    return await db.write(async (tx) => {
      const { state } = await useLink(tx, { id: idOf(secret), kind: 'first-admin', now })
      if (state !== 'open') return state
      if ((await countAdmins(tx)) > 0) return 'used'
      await raise(tx, { learnerId, claimant, passwordHash, now })
      await endSessions(tx, learnerId, null)
      await createSession(tx, learnerId, session)
      return 'admin'
    })
  } catch (error) {
    if (isTaken(error)) return 'taken'
    throw error
  }
}

async function raise(
  tx: Reader,
  {
    learnerId,
    claimant,
    passwordHash,
    now,
  }: { learnerId: string; claimant: Claimant; passwordHash: string; now: Date },
): Promise<void> {
  if ('signedIn' in claimant) await changeAccount(tx, learnerId, { role: 'admin' })
  else {
    const { name, email } = claimant.account
    await createAccount(tx, { learnerId, name, email, passwordHash, role: 'admin', createdAt: now })
  }
}
