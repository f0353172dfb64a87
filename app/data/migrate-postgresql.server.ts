import pg from 'pg'
import type { Migratable } from './migrate.server.ts'

const CONNECT_MS = 10_000

/** The number that those who migrate agree on; it is Prisma's own. */
const LOCK = 72_707_369

/** As Prisma makes it. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`

/** Connects to a database, which must be there. */
export async function connectToMigrate(url: string): Promise<Migratable> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  // A connection that breaks off fails the statement under way; nothing is to be said beside that.
  client.on('error', () => {})
  await client.connect()
  await expectUtf8(client)
  await expectWhole(client)
  return {
    hasTable: async () => {
      const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "isThere"`)
      return rows[0]?.isThere === true
    },
    ask: async (sql) => (await client.query(sql)).rows,
    alone: async (work) => {
      await client.query('BEGIN')
      try {
        await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
        await client.query(TABLE)
        const done = await work()
        await client.query('COMMIT')
        return done
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {})
        throw error
      }
    },
    run: async (sql, values) => {
      await (values ? client.query(sql, [...values]) : client.query(sql))
    },
    close: () => client.end(),
  }
}

/** In another encoding some letters of a text could not be kept. */
async function expectUtf8(client: pg.Client): Promise<void> {
  const { rows } = await client.query('SHOW server_encoding')
  const encoding: unknown = rows[0]?.server_encoding
  if (encoding !== 'UTF8') throw new Error(`Expected a database in UTF8, found ${String(encoding)}`)
}

/** What a copy into this database makes first and removes last (app/backup): before, nobody may work with the half of it. */
async function expectWhole(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT to_regclass('"_copy"') IS NOT NULL AS "isThere"`)
  if (rows[0]?.isThere === true)
    throw new Error('A copy into this database was not finished. Run the same command again, and it goes on.')
}
