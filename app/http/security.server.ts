import { randomBytes, randomUUID } from 'node:crypto'
import express from 'express'
import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'

declare module 'express-serve-static-core' {
  interface Locals {
    nonce: string
    requestId: string
  }
}

/** Names each request and response, for the log and for a person who reports a fault. */
export const requestIds: RequestHandler = (_request, response, next) => {
  response.locals.requestId = randomUUID()
  response.setHeader('X-Request-Id', response.locals.requestId)
  next()
}

const HTTPS_ONLY = { maxAge: 31_536_000, includeSubDomains: false }

/** A draft as it plays stands within the studio's page. */
const DRAFT_PLAYED = /^\/teach\/cases\/[^/]+\/play$/

/** The headers that keep a page to its own scripts, styles and pictures. */
export function securityHeaders({ development }: { development: boolean }): RequestHandler {
  const headers: RequestHandler = (request, response, next) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", `'nonce-${response.locals.nonce}'`],
          // Vite's development server puts styles into the page; of what is shipped only the studio's editor does, by the nonce.
          styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${response.locals.nonce}'`],
          // The studio checks what is written while it is written.
          workerSrc: ["'self'"],
          imgSrc: ["'self'"],
          fontSrc: ["'self'"],
          connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
          formAction: ["'self'"],
          frameSrc: ["'self'"],
          frameAncestors: DRAFT_PLAYED.test(request.path) ? ["'self'"] : ["'none'"],
          baseUri: ["'none'"],
          manifestSrc: ["'self'"],
        },
      },
      // Without an origin in form posts, cross-site posts could not be told from our own.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: request.secure ? HTTPS_ONLY : false,
    })(request, response, next)
  return (request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    headers(request, response, next)
  }
}

/** The headers of what pages load: it is no page, so it needs less. */
export function fileHeaders(): RequestHandler {
  const httpsOnly = helmet.strictTransportSecurity(HTTPS_ONLY)
  return express.Router().use(
    // A worker keeps to the policy of its own file, not to its page's.
    helmet.contentSecurityPolicy({ useDefaults: false, directives: { defaultSrc: ["'none'"] } }),
    helmet.xContentTypeOptions(),
    helmet.crossOriginResourcePolicy({ policy: 'same-origin' }),
    (request, response, next) => (request.secure ? httpsOnly(request, response, next) : next()),
  )
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses what another site's page sends in a visitor's name. */
export const sameSiteOnly: RequestHandler = (request, response, next) => {
  if (SAFE.has(request.method)) return next()
  const site = request.get('Sec-Fetch-Site')
  const origin = request.get('Origin')
  const isOwn =
    origin === undefined
      ? site === undefined || site === 'same-origin'
      : hostsOf(request).every((host) => host === hostOf(origin))
  if (isOwn && site !== 'cross-site') return next()
  response
    .status(403)
    .type('text/plain')
    .send('This form was sent from another site, so nothing was done. Open the page here and send it again.\n')
}

/** The host that was asked, and the one that a proxy was asked for where it tells: Remix fails on a form from another one. */
function hostsOf(request: Request): Array<string | undefined> {
  const [forwarded = ''] = (request.get('X-Forwarded-Host') ?? '').split(',')
  return [request.get('Host'), ...(forwarded.trim() === '' ? [] : [forwarded.trim()])]
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
