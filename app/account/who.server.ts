import { redirect } from '@remix-run/node'
import { ROLES } from '../data/accounts.server.ts'
import type { Account, Role } from '../data/accounts.server.ts'
import type { Sessions } from './session.server.ts'

/** Who is asking: the learner of this browser with their account, which is null for a guest. */
export type Who = { learnerId: string; sessionId: string; account: Account | null }

/** Someone who is signed in. */
export type SignedIn = Who & { account: Account }

type Asking = { sessions: Pick<Sessions, 'sessionOf'> }

/** Who this browser's session belongs to; null where it has none. */
export async function whoIs(request: Request, { sessions }: Asking): Promise<Who | null> {
  const session = await sessions.sessionOf(request)
  return session && { learnerId: session.learnerId, sessionId: session.id, account: session.account }
}

/** What signing in has to know of the browser before. */
export function browserBefore(who: Who | null): { learnerId: string; sessionId: string; isGuest: boolean } | null {
  return who && { learnerId: who.learnerId, sessionId: who.sessionId, isGuest: who.account === null }
}

/** The learner of a browser that nobody has signed in with; null for nobody and for who is signed in. */
export function guestOf(who: Who | null): string | null {
  return who !== null && who.account === null ? who.learnerId : null
}

/** A learner, be it a guest. Whoever is not known yet is led to sign in, or refused where they send something. */
export async function requireLearner(request: Request, asking: Asking): Promise<Who> {
  const who = await whoIs(request, asking)
  if (who === null) throw toSignIn(request)
  return who
}

/** Someone who is signed in. Whoever is not is led to sign in, or refused where they send something. */
export async function requireAccount(request: Request, asking: Asking): Promise<SignedIn> {
  const who = await whoIs(request, asking)
  if (who === null || who.account === null) throw toSignIn(request)
  return { ...who, account: who.account }
}

/**
 * Someone who has at least this role. Whoever lacks it is answered `otherwise`: 404 where that there is such a page is nobody's
 * business, 403 where it is one that they might expect.
 */
export async function requireRole(
  request: Request,
  { role, otherwise }: { role: Role; otherwise: 403 | 404 },
  asking: Asking,
): Promise<SignedIn> {
  const who = await whoIs(request, asking)
  if (who === null || who.account === null || !isAtLeast(who.account.role, role))
    throw new Response(null, { status: otherwise })
  return { ...who, account: who.account }
}

/** Pure. Whether a role may do what another one may. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least)
}

/** Escaped once more, it must fit into a header that every browser and proxy takes. No address of ours is nearly as long. */
const LONGEST_NEXT = 1_000

function toSignIn(request: Request): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 403 })
  const { pathname, search } = new URL(request.url)
  const next = pathname.replace(/\.data$/, '') + search
  if (next.length > LONGEST_NEXT) return redirect('/sign-in')
  return redirect(`/sign-in?${new URLSearchParams({ next }).toString()}`)
}
