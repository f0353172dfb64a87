import { environment } from '../../app/start/environment.ts'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import Sqlite from 'better-sqlite3'
import { build } from 'esbuild'
import pino from 'pino'
import { createLimits } from '../../app/account/limits.server.ts'
import { createSessions } from '../../app/account/session.server.ts'
import { createCourses } from '../../app/cases/courses.server.ts'
import { readGuide } from '../../app/cases/guide.server.ts'
import { createChecker } from '../../app/cases/checker.server.ts'
import { createLibrary } from '../../app/cases/library.server.ts'
import { createCertificatePdfs } from '../../app/credentials/certificate-pdfs.server.ts'
import { createSigningKeys } from '../../app/credentials/signing-keys.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import { applyMigrations } from '../../app/data/migrate.server.ts'
import { createApp } from '../../app/http/app.server.ts'
import { BOUNDS, boundedServer } from '../../app/http/bounds.server.ts'
import { systemClock } from '../../app/http/clock.ts'
import { readConfig } from '../../app/http/config.server.ts'
import { createMailRoom } from '../../app/mail/mail.server.ts'
import { BarePage, BareRoot } from './bare-page.tsx'

// The very server that `npm start` runs, but for its root, which knows of nobody, and its page of an attempt, which is empty. A post
// to an attempt does nothing save one bare insert of a decision's size. With FLOOR_ENTRY=remix, pages are rendered by Remix's own entry.

const config = readConfig(environment)
await applyMigrations(config.databaseUrl)
const db = await openDatabase(config.databaseUrl)
const insert = bareInsert(environment['FLOOR_FILE'] ?? '')
const services = {
  db,
  clock: systemClock,
  site: () => '',
  limits: createLimits({ db, secret: '', now: systemClock.now }),
  mail: createMailRoom({ smtp: null, secret: '', site: () => '' }),
  courses: createCourses(db),
  guide: await readGuide(),
  library: createLibrary(db),
  checker: createChecker(),
  sessions: createSessions({
    db,
    secret: config.sessionSecret ?? '',
    now: systemClock.now,
    isSecure: () => false,
  }),
  keys: createSigningKeys({ db, secret: config.sessionSecret ?? '', now: systemClock.now, say: () => {} }),
  pdfs: createCertificatePdfs(),
}
const remixEntry = environment['FLOOR_ENTRY'] === 'remix' ? await readRemixEntry() : null
const app = createApp({
  services,
  log: pino({ level: config.logLevel }),
  version: 'floor',
  refused: new Map(),
  build: bared(await import(pathToFileURL(path.resolve('build/server/index.js')).href)),
  development: null,
  trustedProxies: config.trustedProxies,
  atOnce: BOUNDS.atOnce,
  leaving: new AbortController().signal,
})
const server = boundedServer(BOUNDS, app)
server.listen(config.port, config.host, () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) process.send?.({ url: `http://${config.host}:${address.port}` })
})
for (const event of ['SIGTERM', 'disconnect']) process.on(event, () => process.exit(0))

/** The same pages, but for the root and what an attempt's address shows and takes. */
function bared(pages: ServerBuild): ServerBuild {
  const { root, 'routes/attempt': attempt } = pages.routes
  if (!root || !attempt)
    throw new Error(`Expected the route of an attempt, found ${Object.keys(pages.routes).join(', ')}`)
  const action = () => {
    insert()
    return redirect('/attempts/0?after=0#main', 303)
  }
  return {
    ...pages,
    entry: remixEntry ? { module: remixEntry } : pages.entry,
    routes: {
      ...pages.routes,
      root: { ...root, module: { default: BareRoot } },
      'routes/attempt': { ...attempt, module: { default: BarePage, action } },
    },
  }
}

/** What Remix renders pages with where an app has nothing of its own for it: its very file. */
async function readRemixEntry(): Promise<ServerBuild['entry']['module']> {
  const remix = path.dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json'))
  const file = path.resolve('build/remix-entry.mjs')
  await build({
    entryPoints: [path.join(remix, 'dist/config/defaults/entry.server.node.tsx')],
    outfile: file,
    format: 'esm',
    jsx: 'automatic',
  })
  return import(pathToFileURL(file).href)
}

function bareInsert(file: string): () => void {
  const database = new Sqlite(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE Decision (id INTEGER PRIMARY KEY, acceptedAt INTEGER, text TEXT)')
  const statement = database.prepare('INSERT INTO Decision (acceptedAt, text) VALUES (?, ?)')
  const text = 'decision '.repeat(25)
  return () => void statement.run(Date.now(), text)
}
