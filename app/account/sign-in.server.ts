import { findAccount, findAccountByEmail, replaceHash } from '../data/accounts.server.ts'
import type { Account } from '../data/accounts.server.ts'
import type { Database } from '../data/database.server.ts'
import { readEmail } from './account-fields.ts'
import type { Limits } from './limits.server.ts'
import { hashPassword, isOutdated, isPassword } from './password.server.ts'

/** `knownAs`: by which name the browser is known to an account, or null. */
type Attempted = {
  email: string
  password: string
  network: string
  knownAs: (learnerId: string) => Promise<string | null>
}

export type Checked = { kind: 'right'; account: Account } | { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/**
 * Whether address and password belong together. A wrong password and an unknown address get the same answer after the same work.
 * Tries are counted before they are looked at, so that many at once are no more than many one after the other.
 */
export async function checkPassword(
  { email: typed, password, network, knownAs }: Attempted,
  { db, limits }: { db: Database; limits: Limits },
): Promise<Checked> {
  const read = readEmail(typed)
  const email = 'email' in read ? read.email : typed.trim().toLowerCase()
  const account = await findAccountByEmail(db, email)
  const browser = account && (await knownAs(account.learnerId))
  const seconds = await limits.take(
    browser === null
      ? [
          ['sign-in-network', network],
          ['sign-in-address', email],
        ]
      : [['sign-in-known', browser]],
  )
  if (seconds !== null) return { kind: 'wait', seconds }
  const isRight = await isPassword(account?.passwordHash ?? null, password)
  if (account === null || !isRight) return { kind: 'wrong' }
  if (browser === null) {
    await limits.forget('sign-in-address', email)
    await limits.giveBack('sign-in-network', network)
  } else await limits.forget('sign-in-known', browser)
  return isOutdated(account.passwordHash) ? renewHash(account, password, db) : { kind: 'right', account }
}

/** Keeps a password as they are kept now. Where another hash came in between, that one has the word. */
async function renewHash(account: Account, password: string, db: Database): Promise<Checked> {
  const { learnerId, passwordHash } = account
  const renewed = await hashPassword(password)
  if (await db.write((tx) => replaceHash(tx, learnerId, passwordHash, renewed)))
    return { kind: 'right', account: { ...account, passwordHash: renewed } }
  const now = await findAccount(db, learnerId)
  return now !== null && (await isPassword(now.passwordHash, password))
    ? { kind: 'right', account: now }
    : { kind: 'wrong' }
}
