import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { IS_ROOT, loadEmbeddedPostgres } from './postgresql-package.ts'

const USER = 'casewright'
const PASSWORD = 'only for tests'

export type PostgresqlServer = {
  /** The address of the database from which others are made. */
  url: string
  /** The process that all others of the server are children of. */
  pid: () => Promise<number>
  /** The address of an empty database of this server. */
  database: (name: string) => Promise<string>
  stop: () => Promise<void>
  /** After `stop`: with the same data at the same port. */
  start: () => Promise<void>
  /** Stops it and removes its data. */
  remove: () => Promise<void>
}

/** Starts a real PostgreSQL on a free port with its data in a folder of its own. As root it runs as the user `postgres`, made where there is none. */
export async function startPostgresql(settings: Record<string, string> = {}): Promise<PostgresqlServer> {
  const { EmbeddedPostgres, remove } = await loadEmbeddedPostgres()
  const folder = await mkdtemp(path.join(tmpdir(), 'casewright-postgresql-'))
  const port = await freePort()
  const told: Array<string> = []
  const tell = (message: unknown) => void told.push(String(message))
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: USER,
    password: PASSWORD,
    createPostgresUser: IS_ROOT,
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
    pid: async () => Number.parseInt(await readFile(path.join(folder, 'postmaster.pid'), 'utf8'), 10),
    database: (name) => databaseOf(addressOf('postgres'), name),
    stop: () => server.stop(),
    start,
    remove: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
      await remove()
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
