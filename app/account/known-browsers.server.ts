import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createOwnCookie } from './own-cookie.server.ts'

const YEAR_S = 365 * 86_400

export type KnownBrowsers = {
  /** The cookie that makes a browser known to an account, by the learner's id. */
  remember: (request: Request, learnerId: string) => Promise<string>
  /** By which name this browser is known to an account; null where it is not. */
  knownAs: (request: Request, learnerId: string) => Promise<string | null>
}

/**
 * Browsers in which someone has signed in before. Their tries are counted apart (OWASP's device cookies), so that whoever guesses from
 * elsewhere can't keep an owner out. Such a cookie opens nothing, and tells nobody whose it is.
 */
export function createKnownBrowsers(options: {
  secret: string
  isSecure: (request: Request) => boolean
}): KnownBrowsers {
  const { secret, isSecure } = options
  const key = createHmac('sha256', secret).update('known browsers').digest()
  const cookie = createOwnCookie('casewright-known', { maxAge: YEAR_S, isSecure })
  const proofOf = (name: string, learnerId: string) => createHmac('sha256', key).update(`${name}:${learnerId}`).digest()

  return {
    remember: async (request, learnerId) => {
      const name = randomBytes(16).toString('base64url')
      const value = `${name}.${proofOf(name, learnerId).toString('base64url')}`
      return cookie.serialize(request, value)
    },
    knownAs: async (request, learnerId) => {
      const value: unknown = await cookie.parse(request)
      const [name = '', proof = ''] = typeof value === 'string' ? value.split('.') : []
      const [found, right] = [Buffer.from(proof, 'base64url'), proofOf(name, learnerId)]
      return found.length === right.length && timingSafeEqual(found, right) ? name : null
    },
  }
}
