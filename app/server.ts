import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import pino from 'pino'
import type { Logger } from 'pino'
import { z } from 'zod'
import { makeFirstAdminPath } from './account/first-admin.server.ts'
import { createLimits } from './account/limits.server.ts'
import { createSessions } from './account/session.server.ts'
import { createChecker } from './cases/checker.server.ts'
import { createCourses } from './cases/courses.server.ts'
import { readGuide } from './cases/guide.server.ts'
import { createLibrary } from './cases/library.server.ts'
import { publishCourses } from './cases/publish-courses.server.ts'
import { publishContent } from './cases/publish.server.ts'
import type { OnPublishing, Published, PublishTools } from './cases/publish.server.ts'
import { rememberingChecker } from './cases/remembering-checker.server.ts'
import { watchContent } from './cases/watch.server.ts'
import { createCertificatePdfs } from './credentials/certificate-pdfs.server.ts'
import { createSigningKeys } from './credentials/signing-keys.server.ts'
import { openDatabase } from './data/database.server.ts'
import { applyMigrations } from './data/migrate.server.ts'
import { createApp } from './http/app.server.ts'
import { BOUNDS, boundedServer } from './http/bounds.server.ts'
import type { Bounds } from './http/bounds.server.ts'
import type { Clock } from './http/clock.ts'
import type { Config } from './http/config.server.ts'
import { developmentServer } from './http/development.server.ts'
import { localSecret } from './http/secret.server.ts'
import { stopServer } from './http/stop.server.ts'
import { createMailRoom } from './mail/mail.server.ts'
import { startReminderLoop } from './mail/reminder-loop.server.ts'

export type RunningServer = {
  url: string
  /** The link with which the first account becomes admin; null where there is an admin. */
  firstAdmin: string | null
  stop: () => Promise<void>
}

export type Start = {
  config: Config
  clock: Clock
  /** The folder that holds `cases/`. */
  content: string
  /** One short line for each long step. */
  say: (line: string) => void
  /** Told how far publishing the cases is. */
  onPublishing?: OnPublishing
  log?: Logger
  /** How often due reminders are looked for. */
  remindEveryMs?: number
  bounds?: Bounds
}

const MINUTE_MS = 60_000

/** Brings the database up to date, publishes the content, and serves. */
export async function startServer({
  config,
  clock,
  content,
  say,
  onPublishing = () => {},
  log = pino({ level: config.logLevel }),
  remindEveryMs = MINUTE_MS,
  bounds = BOUNDS,
}: Start): Promise<RunningServer> {
  const applied = await applyMigrations(config.databaseUrl)
  if (applied.length > 0) say(`Database: ${applied.length} migration${applied.length === 1 ? '' : 's'} applied`)
  const db = await openDatabase(config.databaseUrl)
  const checker = createChecker()
  const tools = { db, checker, now: clock.now }
  const refused = new Map<string, Published>()
  const noted = (published: Published) => {
    if (published.outcome === 'refused') refused.set(published.file, published)
    else refused.delete(published.file)
    tellOutcome(published, say)
  }
  await publishAll(content, tools, onPublishing, noted)

  const secret = config.sessionSecret ?? localSecret(path.resolve('.secret'))
  let listening = ''
  const site = () => config.publicUrl ?? listening
  const services = {
    db,
    clock,
    site,
    limits: createLimits({ db, secret, now: clock.now }),
    mail: createMailRoom({ smtp: config.smtp, secret, site }),
    library: createLibrary(db),
    checker,
    courses: createCourses(db),
    guide: await readGuide(),
    sessions: createSessions({
      db,
      secret,
      now: clock.now,
      isSecure: (request) => new URL(request.url).protocol === 'https:',
    }),
    keys: createSigningKeys({ db, secret, now: clock.now, say }),
    pdfs: createCertificatePdfs(),
  }
  await services.keys.current()
  const development = config.production ? null : await developmentServer()
  const watcher = config.production ? null : watchContent(content, tools, noted)
  const leaving = new AbortController()
  const app = createApp({
    services,
    log,
    version: await readVersion(),
    refused,
    build: development?.build ?? (await loadBuild()),
    development: development?.middleware ?? null,
    trustedProxies: config.trustedProxies,
    atOnce: bounds.atOnce,
    leaving: leaving.signal,
  })
  const server = boundedServer(bounds, app)
  listening = await listen(server, config)
  const { post, links } = services.mail
  if (post !== null) say(`Mail: reminders are sent; their links begin with ${site()} (PUBLIC_URL changes that)`)
  const reminders = post && startReminderLoop({ db, now: clock.now, post, links, log, everyMs: remindEveryMs })
  const firstAdmin = await makeFirstAdminPath(db, clock.now())
  return {
    url: listening,
    firstAdmin: firstAdmin && `${site()}${firstAdmin}`,
    stop: async () => {
      watcher?.close()
      leaving.abort()
      await Promise.all([stopServer(server, config.drainMs), reminders?.stop()])
      await development?.close()
      await checker.close()
      await services.pdfs.close()
      await db.close()
    },
  }
}

/** The cases first, on every core there is: a course is checked with them. */
async function publishAll(
  content: string,
  tools: Omit<PublishTools, 'checker'>,
  onPublishing: OnPublishing,
  noted: (published: Published) => void,
): Promise<void> {
  const checker = rememberingChecker(createChecker(availableParallelism()))
  try {
    const cases = await publishContent(content, { ...tools, checker }, onPublishing)
    cases.forEach(noted)
    const courses = await publishCourses(content, { ...tools, checker })
    courses.forEach(noted)
  } finally {
    await checker.close()
  }
}

function listen(server: Server, { port, host }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`)
    })
  })
}

async function loadBuild(): Promise<ServerBuild> {
  return (await import('./pages.mjs')).pages
}

async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile('package.json', 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}

function tellOutcome({ kind, outcome, file, slug, problems }: Published, say: (line: string) => void): void {
  const what = kind === 'case' ? 'Cases' : 'Courses'
  if (outcome === 'published') say(`${what}: ${slug} is in service`)
  if (outcome !== 'refused') return
  const errors = problems.filter(({ severity }) => severity === 'error')
  say(`${what}: ${slug} was not published; the last good version, if there is one, stays in service`)
  for (const { line, column, rule, message } of errors)
    say(`  ${path.relative('.', file)}:${line}:${column} ${rule} ${message}`)
}
