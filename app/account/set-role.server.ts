import { changeAccount, countAdmins } from '../data/accounts.server.ts'
import type { Role } from '../data/accounts.server.ts'
import type { Database } from '../data/database.server.ts'
import { endSessions } from '../data/sessions.server.ts'

/**
 * Gives someone a role and ends their sessions, so that nobody acts by a session from before. `last-admin`: nobody else could give it
 * back; nothing was changed.
 */
export async function setRole(
  { learnerId, role }: { learnerId: string; role: Role },
  db: Database,
): Promise<'set' | 'same' | 'last-admin' | 'nobody'> {
  return db.write(async (tx) => {
    const before = await tx.account.findUnique({ where: { learnerId }, select: { role: true } })
    if (before === null) return 'nobody'
    if (before.role === role) return 'same'
    if (before.role === 'admin' && (await countAdmins(tx)) === 1) return 'last-admin'
    await changeAccount(tx, learnerId, { role })
    await endSessions(tx, learnerId, null)
    return 'set'
  })
}
