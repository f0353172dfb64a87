import { changeAccount } from '../data/accounts.server.ts'
import type { Account } from '../data/accounts.server.ts'
import { isTaken } from '../data/database.server.ts'
import type { Database, Reader } from '../data/database.server.ts'
import { removeLinks } from '../data/one-time-links.server.ts'
import { createSession, endSessions } from '../data/sessions.server.ts'
import type { NewSession } from '../data/sessions.server.ts'
import type { AccountChange } from './account-change.ts'
import type { Limits } from './limits.server.ts'
import { hashPassword, isPassword } from './password.server.ts'

/** Whether this is the password of who is signed in: asked again before what matters. */
export async function confirmPassword(
  { learnerId, passwordHash }: Account,
  password: string,
  limits: Limits,
): Promise<{ kind: 'right' } | { kind: 'wrong' } | { kind: 'wait'; seconds: number }> {
  const seconds = await limits.take([['password', learnerId]])
  if (seconds !== null) return { kind: 'wait', seconds }
  if (!(await isPassword(passwordHash, password))) return { kind: 'wrong' }
  await limits.forget('password', learnerId)
  return { kind: 'right' }
}

/**
 * Changes an account. With a new address or password every session ends, this one becomes a new one (`renewed`), and links to a new
 * password are void: whoever knew what was valid before has nothing. `taken`: another account has the address; `gone`: the account was
 * deleted meanwhile; nothing was changed.
 */
export async function changeAccountOf(
  learnerId: string,
  { name, email, password }: AccountChange,
  { db, session }: { db: Database; session: NewSession },
): Promise<'changed' | 'renewed' | 'taken' | 'gone'> {
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
  }
  if (Object.keys(change).length === 0) return 'changed'
  const isRenewed = email !== undefined || password !== undefined
  try {
    return await db.write(async (tx) => {
      if (!(await changeAccount(tx, learnerId, change))) return 'gone'
      if (isRenewed) await renew(tx, learnerId, session)
      return isRenewed ? 'renewed' : 'changed'
    })
  } catch (error) {
    if (isTaken(error)) return 'taken'
    throw error
  }
}

async function renew(tx: Reader, learnerId: string, session: NewSession): Promise<void> {
  await removeLinks(tx, { kind: 'reset', learnerId })
  await endSessions(tx, learnerId, null)
  await createSession(tx, learnerId, session)
}
