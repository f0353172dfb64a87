import { readdirSync } from 'node:fs'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import expressStaticGzip from 'express-static-gzip'
import type { ErrorRequestHandler, Express, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { askedOnce } from '../account/session.server.ts'
import { atOnce } from './at-once.server.ts'
import { bodyLimit } from './body-limit.server.ts'
import type { RequestContext, Services } from './context.ts'
import { alive, health, ready, readHealth } from './health.server.ts'
import type { RefusedFiles } from './health.server.ts'
import { networkOf } from './network.ts'
import { pageRequestsOnly } from './page-requests.server.ts'
import { pagesOf } from './pages.server.ts'
import { requestLog } from './request-log.server.ts'
import { fileHeaders, requestIds, sameSiteOnly, securityHeaders } from './security.server.ts'
import { closingWhile } from './stop.server.ts'

export type AppParts = {
  services: Services
  log: Logger
  version: string
  refused: RefusedFiles
  /** The built pages, or in development a way to get them as they are now. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Vite's middleware in development; it serves the browser's files itself. */
  development: RequestHandler | null
  /** From which addresses a proxy is believed, as Express takes them. */
  trustedProxies: ReadonlyArray<string>
  /** How many requests may be under way at once. */
  atOnce: number
  /** Aborted when the process is told to stop. */
  leaving: AbortSignal
}

const BUILT = path.resolve('build/client')

/** Everything between the socket and the pages. */
export function createApp(parts: AppParts): Express {
  const { services, log, version, refused, build, development, leaving } = parts
  const app = express()
  app.disable('x-powered-by')
  // A proxy may say from where the visitor came, and that it was by HTTPS; nobody else may.
  app.set('trust proxy', [...parts.trustedProxies])
  app.use(closingWhile(leaving))
  if (development === null) app.use('/assets', builtFiles())
  app.use(requestIds, securityHeaders({ development: development !== null }))
  // Asked every second or so: not for the log.
  app.get('/healthz/live', alive)
  app.get('/healthz/ready', ready({ db: services.db, leaving }))
  app.use(requestLog(log), atOnce(parts.atOnce))
  app.get('/healthz', health({ db: services.db, version, refused }))
  app.use(pageRequestsOnly, sameSiteOnly, bodyLimit)
  app.use(compression())
  if (development) app.use(development)
  else app.get(publicFiles(), express.static(BUILT, { maxAge: '1h', index: false }))
  const options = {
    mode: development ? 'development' : 'production',
    getLoadContext: contextOf({ services, log, version, refused }),
  }
  app.all('*', typeof build === 'function' ? createRequestHandler({ build, ...options }) : pagesOf(build, options))
  app.use(lastResort(log))
  return app
}

/**
 * Scripts, styles and fonts, by names that change with what they hold. A page loads a dozen or two of them: what guards pages, names
 * requests and fills the log is as large as many a file here, and of no use to it.
 */
function builtFiles(): RequestHandler {
  return express.Router().use(
    fileHeaders(),
    pageRequestsOnly,
    expressStaticGzip(path.join(BUILT, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gzip'],
      serveStatic: { immutable: true, maxAge: '1y', fallthrough: false },
    }),
  )
}

/** The addresses of what has a name of its own: known, so that no page is first looked for on the disk. */
function publicFiles(): Array<string> {
  const entries = readdirSync(BUILT, { withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => `/${name}`)
}

function contextOf({ services, log, version, refused }: Pick<AppParts, 'services' | 'log' | 'version' | 'refused'>) {
  return (request: express.Request, response: express.Response): RequestContext => {
    const { requestId, nonce } = response.locals
    return {
      ...services,
      // What is sent may change whose browser it is, and then the page that answers is for somebody else.
      sessions: request.method === 'GET' ? askedOnce(services.sessions) : services.sessions,
      requestId,
      network: networkOf(request.ip),
      health: () => readHealth({ db: services.db, version, refused }),
      nonce,
      log: log.child({ requestId }),
      wantsData: request.path.endsWith('.data'),
      failure: { database: false },
    }
  }
}

/** What even the pages' own error handling did not catch. */
function lastResort(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const status = statusOf(error)
    if (status >= 500) log.error({ err: error, requestId: response.locals.requestId }, 'unhandled')
    const text = status === 404 ? 'There is no such file.' : 'This request could not be answered. Nothing was changed.'
    response.status(status).type('text/plain').send(`${text}\n`)
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}
