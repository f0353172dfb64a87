import Sqlite from 'better-sqlite3'
import type { Migratable } from './migrate.server.ts'
import { bound } from './sqlite-statements.server.ts'

/** How long another program's migration is waited for. */
const BUSY_MS = 60_000

/** As Prisma makes it. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "checksum" TEXT NOT NULL,
    "finished_at" DATETIME,
    "migration_name" TEXT NOT NULL,
    "logs" TEXT,
    "rolled_back_at" DATETIME,
    "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
  )`

/** Opens the file that a `file:` address names, or makes it. */
export function connectToMigrate(url: string): Migratable {
  const database = new Sqlite(url.replace(/^file:/, ''), { timeout: BUSY_MS })
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) database.pragma(pragma)
  // A table that is redefined is dropped on the way: with foreign keys on, what hangs off its rows would go along.
  database.pragma('foreign_keys = OFF')

  function expectKeys(): void {
    const orphans = database.pragma('foreign_key_check')
    if (Array.isArray(orphans) && orphans.length > 0)
      throw new Error(`Expected every foreign key to lead to a row, found ${orphans.length} that don't`)
  }

  return {
    hasTable: async () =>
      database.prepare(`SELECT 1 FROM sqlite_master WHERE "name" = '_prisma_migrations'`).get() !== undefined,
    ask: async (sql) => database.prepare(sql).all(),
    alone: async (work) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        database.exec(TABLE)
        const done = await work()
        expectKeys()
        database.exec('COMMIT')
        return done
      } finally {
        if (database.inTransaction) database.exec('ROLLBACK')
      }
    },
    run: async (sql, values) => {
      if (values) database.prepare(sql).run(bound(values))
      else database.exec(sql)
    },
    close: async () => void database.close(),
  }
}
