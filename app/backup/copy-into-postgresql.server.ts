import { createHash } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import type pg from 'pg'
import { z } from 'zod'
import { applyMigrations } from '../data/migrate.server.ts'
import { copyTables, differences, digestTables } from './copy-tables.ts'
import type { Digest, OnProgress } from './copy-tables.ts'
import { withClient } from './postgresql-client.server.ts'
import { postgresqlSide } from './postgresql-side.server.ts'
import { Refusal } from './refusal.ts'
import type { Side } from './side.ts'
import { readTables, sqliteSide } from './sqlite-side.server.ts'
import { quoted } from './tables.ts'
import type { Table } from './tables.ts'

/** The number by which two copies into one database know of each other. */
const LOCK = 72_707_370

const marked = z.array(z.object({ source: z.string() }))
const numbered = z.array(z.object({ table: z.string(), column: z.string() }))

/**
 * Copies a SQLite database, migrated and used by nobody else, into an empty one of PostgreSQL, and compares the two. What was broken off
 * is finished by the same call: the target remembers of which data it is becoming a copy, and no server starts on it before it is one. Throws
 * a Refusal where the target holds anything else.
 * @returns what was copied
 */
export function copyIntoPostgresql(source: Sqlite.Database, url: string, tell: OnProgress): Promise<Array<Digest>> {
  return withClient(url, async (client) => {
    await lock(client)
    const [from, to] = [sqliteSide(source), postgresqlSide(client)]
    const tables = readTables(source)
    const expected = await digestTables(tables, from, tell)
    await begin(client, { url, tables, to, identity: identityOf(expected) })
    await copyTables(tables, from, to, tell)
    const different = differences(expected, await digestTables(tables, to, tell))
    if (different.length > 0)
      throw new Error(`The copy is not the same as its source: ${different.join('; ')}. Make the database anew.`)
    await finish(client)
    return expected
  })
}

async function lock(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT pg_try_advisory_lock($1) AS "isMine"`, [LOCK])
  if (rows[0]?.isMine !== true) throw new Refusal('Another copy into this database is under way.')
}

function identityOf(digests: ReadonlyArray<Digest>): string {
  return createHash('sha256').update(JSON.stringify(digests)).digest('hex')
}

type Beginning = { url: string; tables: ReadonlyArray<Table>; to: Side; identity: string }

/** Marks an empty database as becoming a copy of this source, or finds that it was marked so before. */
async function begin(client: pg.Client, { url, tables, to, identity }: Beginning): Promise<void> {
  const { rows } = await client.query(`SELECT to_regclass('"_copy"') IS NOT NULL AS "isThere"`)
  if (rows[0]?.isThere === true) {
    const [mark] = marked.parse((await client.query('SELECT "source" FROM "_copy"')).rows)
    if (mark?.source === identity) return
    throw new Refusal('A copy of other data was begun in this database and not finished. Make the database anew.')
  }
  await applyMigrations(url)
  for (const table of tables) {
    const count = await to.count(table)
    if (count > 0) throw new Refusal(`The database is not empty: ${table.name} has ${count} rows. Nothing was copied.`)
  }
  await client.query(`CREATE TABLE "_copy" AS SELECT '${identity}'::text AS "source"`)
}

/** The next number that the database gives comes after the ones that were copied; then the mark goes. */
async function finish(client: pg.Client): Promise<void> {
  const columns = await client.query(`SELECT table_name AS "table", column_name AS "column"
    FROM information_schema.columns WHERE table_schema = 'public' AND column_default LIKE 'nextval(%'`)
  await client.query('BEGIN')
  for (const { table, column } of numbered.parse(columns.rows)) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), GREATEST(max(${quoted(column)}), 1), max(${quoted(column)}) IS NOT NULL)
        FROM ${quoted(table)}`,
      [quoted(table), column],
    )
  }
  await client.query('DROP TABLE "_copy"')
  await client.query('COMMIT')
}
