import { createSession, endSession } from '../data/sessions.server.ts'
import type { Services } from '../http/context.ts'
import { bringAlong } from './bring-along.server.ts'
import { playedAsGuest } from './played-as-guest.server.ts'

type Coming = {
  /** Whose account it is. */
  learnerId: string
  /** Whose browser it was until now. */
  before: { learnerId: string; sessionId: string; isGuest: boolean } | null
  /** Whether what was played here as a guest comes along. */
  isKept: boolean
  request: Request
}

/**
 * Lets a browser act for a learner, by a session with a new id; the one before ends. From then on the account knows the browser. What a guest leaves behind stays theirs, and nobody
 * can open it any more.
 */
export async function signInAs({ learnerId, before, isKept, request }: Coming, services: Services): Promise<Headers> {
  const guest = before?.isGuest ? before.learnerId : null
  if (guest !== null && (isKept || (await playedAsGuest(guest, services)) === null)) {
    await bringAlong({ from: guest, to: learnerId }, services)
  }
  const { sessions } = services
  const { session, headers } = await sessions.fresh(request)
  await services.db.write(async (tx) => {
    if (before !== null) await endSession(tx, before.learnerId, before.sessionId)
    await createSession(tx, learnerId, session)
  })
  const all = new Headers(headers)
  all.append('Set-Cookie', await sessions.remember(request, learnerId))
  return all
}
