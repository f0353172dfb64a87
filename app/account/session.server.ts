import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import type { Cookie } from '@remix-run/node'
import type { Database } from '../data/database.server.ts'
import { createGuest, findSession } from '../data/sessions.server.ts'

const DAYS = 180
const DAY_MS = 86_400_000

export type Sessions = {
  /** The learner whose browser this is, or null. */
  learnerOf: (request: Request) => Promise<string | null>
  /** Makes a guest and the cookie that brings them back. */
  startGuest: (request: Request) => Promise<{ learnerId: string; headers: Record<string, string> }>
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
  const cookie: Cookie = createCookie('casewright', {
    secrets: [secret],
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: (DAYS * DAY_MS) / 1000,
  })

  async function learnerOf(request: Request): Promise<string | null> {
    const token: unknown = await cookie.parse(request.headers.get('Cookie'))
    if (typeof token !== 'string' || token === '') return null
    const session = await findSession(db, hashToken(token), now())
    return session?.learnerId ?? null
  }

  async function startGuest(request: Request) {
    const token = randomBytes(32).toString('base64url')
    const learnerId = randomUUID()
    const expiresAt = new Date(now().getTime() + DAYS * DAY_MS)
    await db.write((tx) => createGuest(tx, { learnerId, sessionId: hashToken(token), now: now(), expiresAt }))
    return { learnerId, headers: { 'Set-Cookie': await cookie.serialize(token, { secure: isSecure(request) }) } }
  }

  return { learnerOf, startGuest }
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
