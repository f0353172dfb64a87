import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { isDatabaseFailure } from '../data/database.server.ts'
import type { Database } from '../data/database.server.ts'
import { createGuest, dayOf, findSession, notingSeen } from '../data/sessions.server.ts'
import type { FoundSession, NewSession } from '../data/sessions.server.ts'
import { browserName } from './browser-name.ts'
import { createKnownBrowsers } from './known-browsers.server.ts'
import type { KnownBrowsers } from './known-browsers.server.ts'
import { createOwnCookie } from './own-cookie.server.ts'

const DAYS = 180
const DAY_MS = 86_400_000

/** A session that was made but not kept yet, and the header that hands it to the browser. */
type FreshSession = { session: NewSession; headers: Record<string, string> }

export type Sessions = KnownBrowsers & {
  /** The learner whose browser this is, or null. */
  learnerOf: (request: Request) => Promise<string | null>
  /** The session of this browser with the account of its learner, or null. `id` is a hash: it opens nothing. */
  sessionOf: (request: Request) => Promise<FoundSession | null>
  /** Makes a guest and the cookie that brings them back. */
  startGuest: (request: Request) => Promise<{ learnerId: string; headers: Record<string, string> }>
  /** A session with an id of its own, to be kept in the transaction that changes what the browser may do. */
  fresh: (request: Request) => Promise<FreshSession>
  /** Takes the cookie away from the browser, and with it whatever else it keeps of this site, such as the text of a draft. */
  forget: (request: Request) => Promise<Record<string, string>>
}

/**
 * Who is asking. The cookie holds a random secret; the database holds its hash, so that neither a copied table nor a chosen
 * value opens a session.
 */
export function createSessions(options: {
  db: Database
  secret: string
  now: () => Date
  isSecure: (request: Request) => boolean
}): Sessions {
  const { db, secret, now, isSecure } = options
  const cookie = createOwnCookie('casewright', { secrets: [secret], maxAge: (DAYS * DAY_MS) / 1000, isSecure })

  async function sessionOf(request: Request): Promise<FoundSession | null> {
    const token: unknown = await cookie.parse(request)
    if (typeof token !== 'string' || token === '') return null
    const session = await findSession(db, hashToken(token), now())
    if (session !== null) await noteSeen(session, request)
    return session
  }

  /** Once a day. What could not be noted now is noted by the next request: it is nothing to refuse a page for. */
  async function noteSeen({ id, seenAt }: FoundSession, request: Request): Promise<void> {
    const today = dayOf(now())
    if (seenAt !== null && seenAt.getTime() >= today.getTime()) return
    try {
      await db.commit([notingSeen(id, today, browserOf(request))])
    } catch (error) {
      if (!isDatabaseFailure(error)) throw error
    }
  }

  async function fresh(request: Request): Promise<FreshSession> {
    const token = randomBytes(32).toString('base64url')
    const createdAt = now()
    const expiresAt = new Date(createdAt.getTime() + DAYS * DAY_MS)
    return {
      session: { id: hashToken(token), createdAt, expiresAt, browser: browserOf(request) },
      headers: { 'Set-Cookie': await cookie.serialize(request, token) },
    }
  }

  async function startGuest(request: Request) {
    const learnerId = randomUUID()
    const { session, headers } = await fresh(request)
    await db.write((tx) => createGuest(tx, learnerId, session))
    return { learnerId, headers }
  }

  return {
    ...createKnownBrowsers({ secret, isSecure }),
    learnerOf: async (request) => (await sessionOf(request))?.learnerId ?? null,
    sessionOf,
    startGuest,
    fresh,
    forget: async (request) => ({
      'Set-Cookie': await cookie.serialize(request, '', 0),
      'Clear-Site-Data': '"cache", "storage"',
    }),
  }
}

/** The same for one request that changes nothing: each of a page's loaders asks who it is for, the database is asked once. */
export function askedOnce(sessions: Sessions): Sessions {
  let asked: Promise<FoundSession | null> | undefined
  const sessionOf = (request: Request) => (asked ??= sessions.sessionOf(request))
  return { ...sessions, sessionOf, learnerOf: async (request) => (await sessionOf(request))?.learnerId ?? null }
}

function browserOf(request: Request): string | null {
  return browserName(request.headers.get('User-Agent'))
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
