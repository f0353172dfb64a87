import { existsSync } from 'node:fs'
import { chmod, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { applyMigrations, listMigrations } from '../data/migrate.server.ts'
import { providerOf } from '../data/provider.ts'
import { flushToDisk, seal, verifyBackup } from './backup-file.server.ts'
import { copyTables, digestTables } from './copy-tables.ts'
import type { Digest, OnProgress } from './copy-tables.ts'
import { withClient } from './postgresql-client.server.ts'
import { postgresqlSide } from './postgresql-side.server.ts'
import { Refusal } from './refusal.ts'
import { readTables, sqliteSide } from './sqlite-side.server.ts'

/** How many pages of a SQLite file are copied before other things have their turn. */
const PAGES = 2_000

/**
 * Saves a database to a file, as it is at one moment, while it is used. The file has its name once it was read back and found to hold
 * what the database held. Throws a Refusal where there is such a file already, or nothing to save.
 * @returns what was saved
 */
export async function backUp(url: string, file: string, tell: OnProgress): Promise<Array<Digest>> {
  if (existsSync(file)) throw new Refusal(`There is a file ${file} already. Nothing was written.`)
  await mkdir(path.dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished-${process.pid}`
  try {
    const digests =
      providerOf(url) === 'sqlite'
        ? await saveSqlite(url.replace(/^file:/, ''), unfinished, tell)
        : await savePostgresql(url, unfinished, tell)
    seal(unfinished, digests)
    // It holds what learners wrote: it is nobody's but its owner's.
    await chmod(unfinished, 0o600)
    await verifyBackup(unfinished, tell)
    if (existsSync(file)) throw new Refusal(`There is a file ${file} by now. It was left as it is.`)
    await rename(unfinished, file)
    await flushToDisk(file)
    return digests
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(unfinished + end, { force: true })
  }
}

/** The transaction keeps to one moment, whatever is written meanwhile; it holds nobody up. */
async function saveSqlite(source: string, file: string, tell: OnProgress): Promise<Array<Digest>> {
  if (!existsSync(source)) throw new Refusal(`There is no database at ${source}, so nothing was saved.`)
  const database = new Sqlite(source, { fileMustExist: true })
  try {
    database.exec('BEGIN')
    const tables = readTables(database)
    await database.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        tell(totalPages - remainingPages, totalPages, 'pages')
        return PAGES
      },
    })
    return await digestTables(tables, sqliteSide(database), tell)
  } finally {
    database.close()
  }
}

async function savePostgresql(url: string, file: string, tell: OnProgress): Promise<Array<Digest>> {
  await applyMigrations(`file:${file}`)
  const target = new Sqlite(file)
  try {
    // Nothing relies on it before it was read back and flushed as a whole.
    target.pragma('synchronous = OFF')
    const tables = readTables(target)
    return await withClient(url, async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      await expectCurrent((sql) => client.query(sql).then(({ rows }) => rows))
      const source = postgresqlSide(client)
      await copyTables(tables, source, sqliteSide(target), tell)
      return digestTables(tables, source, tell)
    })
  } finally {
    target.close()
  }
}

const nameRows = z.array(z.object({ name: z.string() }))

/** The tables of the file are those of this version of the program: the database has to be of the same. */
async function expectCurrent(ask: (sql: string) => Promise<Array<unknown>>): Promise<void> {
  const [table] = await ask(`SELECT to_regclass('"_prisma_migrations"')::text AS "name"`)
  if (!nameRows.safeParse([table]).success) throw new Refusal('This database holds nothing of Casewright.')
  const sql = `SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`
  const applied = new Set(nameRows.parse(await ask(sql)).map(({ name }) => name))
  const known = (await listMigrations('postgresql')).map(({ name }) => name)
  if (applied.size !== known.length || known.some((name) => !applied.has(name)))
    throw new Refusal('This database is of another version of Casewright: back it up with that version.')
}
