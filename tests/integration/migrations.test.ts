import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyMigrations, listMigrations } from '../../app/data/migrate.server.ts'
import { providerOf } from '../../app/data/provider.ts'
import type { Provider } from '../../app/data/provider.ts'
import { pendingChange } from '../../prisma/pending-change.ts'
import { startPostgresql } from '../setup/postgresql-server.ts'
import type { PostgresqlServer } from '../setup/postgresql-server.ts'
import { temporaryFolder } from '../setup/server.ts'
import { tablesOf } from '../setup/tables-of.ts'

let server: PostgresqlServer
let folder: string
let removeFolder: () => Promise<void>

let endings: number

beforeAll(async () => {
  endings = process.listenerCount('beforeExit')
  server = await startPostgresql()
  const made = await temporaryFolder()
  folder = made.folder
  removeFolder = made.remove
})

afterAll(async () => {
  await server.remove()
  await removeFolder()
})

/** The address of a new database. */
async function aDatabase(provider: Provider, name: string): Promise<string> {
  return provider === 'sqlite' ? `file:${path.join(folder, `${name}.db`)}` : server.database(name)
}

test('starting one takes no hand in how this process ends, which tells whether the tests passed', () => {
  expect(process.listenerCount('beforeExit')).toBe(endings)
})

test('both databases have the same tables, with the same columns, keys, indexes and references', async () => {
  const [sqlite, postgresql] = await Promise.all([aDatabase('sqlite', 'tables'), aDatabase('postgresql', 'tables')])
  await Promise.all([applyMigrations(sqlite), applyMigrations(postgresql)])
  const tables = await tablesOf(sqlite)
  expect(Object.keys(tables).length).toBeGreaterThan(30)
  expect(tables['Decision']).toMatchObject({ primaryKey: ['attemptId', 'seq'], unique: [['learnerId', 'order']] })
  expect(await tablesOf(postgresql)).toEqual(tables)
})

test('every text in PostgreSQL is ordered byte by byte, as in SQLite', async () => {
  const url = await aDatabase('postgresql', 'order')
  await applyMigrations(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `SELECT table_name || '.' || column_name AS "other" FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
        AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`,
  )
  await client.end()
  expect(rows).toEqual([])
})

describe.each<Provider>(['sqlite', 'postgresql'])('%s', (provider) => {
  test('the migrations lead to the schema, and applying them twice does nothing', async () => {
    expect(await pendingChange(provider === 'sqlite' ? 'file::memory:' : await server.database('schema'))).toBeNull()
    const url = await aDatabase(provider, 'twice')
    expect(await applyMigrations(url)).toEqual((await listMigrations(provider)).map(({ name }) => name))
    expect(await applyMigrations(url)).toEqual([])
  })

  test('of programs that start at the same time, each migration is applied by one', async () => {
    const url = await aDatabase(provider, 'at_once')
    const applied = await Promise.all([1, 2, 3, 4].map(() => applyMigrations(url)))
    expect(applied.flat().toSorted()).toEqual((await listMigrations(provider)).map(({ name }) => name))
  })

  test('a migration that is broken off has done nothing, and the next start applies it', async () => {
    const url = await aDatabase(provider, 'broken_off')
    const first = { name: '1_first', sql: 'CREATE TABLE "One" ("id" INTEGER NOT NULL);' }
    const second = {
      name: '2_second',
      sql: 'CREATE TABLE "Two" ("id" INTEGER NOT NULL); ALTER TABLE "One" ADD COLUMN "more" INTEGER;',
    }
    const broken = { ...second, sql: `${second.sql} INSERT INTO "Three" VALUES (1);` }
    await expect(applyMigrations(url, [first, broken])).rejects.toThrow(/Three/)
    expect(Object.keys(await tablesOf(url))).toEqual(['One'])
    expect(await applyMigrations(url, [first, second])).toEqual(['2_second'])
    expect(Object.keys((await tablesOf(url))['One']?.columns ?? {})).toEqual(['id', 'more'])
  })

  test('a table that is redefined keeps what hangs off its rows', async () => {
    const url = await aDatabase(provider, 'redefined')
    const sql = `CREATE TABLE "Owner" ("id" INTEGER PRIMARY KEY);
      CREATE TABLE "Owned" ("id" INTEGER PRIMARY KEY, "owner" INTEGER REFERENCES "Owner" ("id") ON DELETE CASCADE);
      INSERT INTO "Owner" VALUES (1); INSERT INTO "Owned" VALUES (2, 1);`
    const redefining = `PRAGMA foreign_keys=OFF; CREATE TABLE "new" ("id" INTEGER PRIMARY KEY, "name" TEXT);
      INSERT INTO "new" ("id") SELECT "id" FROM "Owner"; DROP TABLE "Owner"; ALTER TABLE "new" RENAME TO "Owner";`
    const adding = 'ALTER TABLE "Owner" ADD COLUMN "name" TEXT;'
    const counting = `CREATE TABLE "Counted" ("id" INTEGER NOT NULL); INSERT INTO "Counted" SELECT 1 / COUNT(*) FROM "Owned";`
    const migrations = [sql, provider === 'sqlite' ? redefining : adding, counting]
    const named = migrations.map((text, place) => ({ name: `${place}_step`, sql: text }))
    expect(await applyMigrations(url, named)).toHaveLength(3)
  })

  test('what an earlier program left half-way is said, with what to do', async () => {
    const url = await aDatabase(provider, 'half_way')
    await applyMigrations(url)
    const sql = `UPDATE "_prisma_migrations" SET "finished_at" = NULL`
    await applyMigrations(url, [{ name: '3_undo', sql }]).catch(() => {})
    await expect(applyMigrations(url)).rejects.toThrow(/middle of its migration .* Put back the copy/)
  })
})

test('a migration whose connection is cut has done nothing, and the next start applies it', async () => {
  const url = await aDatabase('postgresql', 'cut')
  const migration = { name: '1_slow', sql: 'CREATE TABLE "Slow" ("id" INTEGER NOT NULL); SELECT pg_sleep(30);' }
  const cut = expect(applyMigrations(url, [migration])).rejects.toThrow(/terminat/)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const cutting = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'`
  await expect.poll(async () => (await client.query(cutting)).rowCount, { timeout: 20_000 }).toBe(1)
  await cut
  await client.end()
  expect(await applyMigrations(url, [{ ...migration, sql: migration.sql.replace('30', '0') }])).toEqual(['1_slow'])
})

test('an address of another database is refused without repeating it', () => {
  expect(() => providerOf('mysql://me:secret@here/db')).toThrow(/^Expected an address of a database, file:PATH/)
})
