import { randomUUID } from 'node:crypto'
import { createAccount } from '../data/accounts.server.ts'
import { isTaken } from '../data/database.server.ts'
import type { Database } from '../data/database.server.ts'
import { createSession, endSessions } from '../data/sessions.server.ts'
import type { NewSession } from '../data/sessions.server.ts'
import { hashPassword } from './password.server.ts'

/** Fields that were read already: `password` will do for `email`. */
export type NewAccount = { name: string; email: string; password: string }

/**
 * Makes an account. A guest's is added to the learner that they are, so that everything played stays theirs; the session becomes a new
 * one, so that whoever planted the old one has nothing. `taken`: another account has the address; nothing was changed.
 */
export async function signUp(
  { name, email, password }: NewAccount,
  { db, guest, session }: { db: Database; guest: string | null; session: NewSession },
): Promise<'made' | 'taken'> {
  const learnerId = guest ?? randomUUID()
  const passwordHash = await hashPassword(password)
  const account = { learnerId, name, email, passwordHash, role: 'learner' as const, createdAt: session.createdAt }
  try {
    await db.write(async (tx) => {
      await createAccount(tx, account)
      await endSessions(tx, learnerId, null)
      await createSession(tx, learnerId, session)
    })
    return 'made'
  } catch (error) {
    if (isTaken(error)) return 'taken'
    throw error
  }
}
