import { createCookie } from '@remix-run/node'
import type { CookieOptions } from '@remix-run/node'

export type OwnCookie = {
  /** What the browser sent under this name; null where it is nothing that this server can have set. */
  parse: (request: Request) => Promise<unknown>
  /** The header that sets it; `maxAge` in seconds, where it is another than usual. */
  serialize: (request: Request, value: string, maxAge?: number) => Promise<string>
}

/**
 * A cookie that no script reads and no other site's form carries. Over HTTPS its name begins with `__Host-`, which browsers let this
 * host alone set: a neighbour under the same domain can't plant one of its own. Over plain HTTP, as on one's own machine, browsers
 * take no cookie of such a name.
 */
export function createOwnCookie(
  name: string,
  { isSecure, ...options }: Pick<CookieOptions, 'secrets' | 'maxAge'> & { isSecure: (request: Request) => boolean },
): OwnCookie {
  const usual = { httpOnly: true, sameSite: 'lax', path: '/', ...options } as const
  const plain = createCookie(name, usual)
  const secure = createCookie(`__Host-${name}`, { ...usual, secure: true })
  const cookieFor = (request: Request) => (isSecure(request) ? secure : plain)
  return {
    parse: (request) => cookieFor(request).parse(request.headers.get('Cookie')),
    serialize: (request, value, maxAge) => cookieFor(request).serialize(value, maxAge === undefined ? {} : { maxAge }),
  }
}
