import { hasHash } from '../data/accounts.server.ts'
import type { Account } from '../data/accounts.server.ts'
import { createSession, endSession } from '../data/sessions.server.ts'
import type { Services } from '../http/context.ts'
import { bringAlong } from './bring-along.server.ts'
import { playedAsGuest } from './played-as-guest.server.ts'

type Coming = {
  /** Whose account it is, with the hash that their password was compared with. */
  account: Account
  /** Whose browser it was until now. */
  before: { learnerId: string; sessionId: string; isGuest: boolean } | null
  /** Whether what was played here as a guest comes along. */
  isKept: boolean
  request: Request
}

/**
 * Lets a browser act for a learner, by a session with a new id; the one before ends. From then on the account knows the browser. What
 * a guest leaves behind stays theirs, and nobody can open it any more.
 * @returns null where the account went or got another password since it was compared: what was right then opens nothing now
 */
export async function signInAs(
  { account: { learnerId, passwordHash }, before, isKept, request }: Coming,
  services: Pick<Services, 'db' | 'library' | 'sessions'>,
): Promise<Headers | null> {
  const guest = before?.isGuest ? before.learnerId : null
  if (guest !== null && (isKept || (await playedAsGuest(guest, services)) === null)) {
    await bringAlong({ from: guest, to: learnerId }, services)
  }
  const { sessions } = services
  const { session, headers } = await sessions.fresh(request)
  const isLetIn = await services.db.write(async (tx) => {
    if (!(await hasHash(tx, learnerId, passwordHash))) return false
    if (before !== null) await endSession(tx, before.learnerId, before.sessionId)
    await createSession(tx, learnerId, session)
    return true
  })
  if (!isLetIn) return null
  const all = new Headers(headers)
  all.append('Set-Cookie', await sessions.remember(request, learnerId))
  return all
}
