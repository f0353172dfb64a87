import { createHash, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { providerOf } from './provider.ts'
import type { Provider } from './provider.ts'

/** A connection to a database that is being migrated. */
export type Migratable = {
  /** Whether the database has its own table of migrations yet. */
  hasTable: () => Promise<boolean>
  ask: (sql: string) => Promise<Array<unknown>>
  /** Does the work in one transaction, while no other program migrates this database. */
  alone: <T>(work: () => Promise<T>) => Promise<T>
  /** Runs SQL of any number of statements, and of one where there are values. */
  run: (sql: string, values?: ReadonlyArray<string>) => Promise<void>
  close: () => Promise<void>
}

export type Migration = { name: string; sql: string }

const knownRow = z.object({ name: z.string(), hasFinished: z.coerce.boolean() })

/** What was rolled back counts as never begun. */
const LIST_KNOWN = `SELECT "migration_name" AS "name", "finished_at" IS NOT NULL AS "hasFinished"
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`

const NOTE = `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
  VALUES ($1, $2, $3, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1)`

/**
 * Applies the migrations that a database lacks and returns their names. Each is one transaction with its row in `_prisma_migrations`,
 * so that one which was broken off has done nothing and the next start applies it. Several programs may do this at the same time.
 */
export async function applyMigrations(url: string, given?: ReadonlyArray<Migration>): Promise<Array<string>> {
  const provider = providerOf(url)
  const migrations = given ?? (await listMigrations(provider))
  const database = await connect(provider, url)
  try {
    const applied = []
    while (!(await database.hasTable()) || (await findLacking(database, migrations)) !== undefined) {
      const name = await applyNext(database, migrations)
      if (name !== null) applied.push(name)
    }
    return applied
  } finally {
    await database.close()
  }
}

/** Null where another program was quicker. */
function applyNext(database: Migratable, migrations: ReadonlyArray<Migration>): Promise<string | null> {
  return database.alone(async () => {
    const next = await findLacking(database, migrations)
    if (next === undefined) return null
    await database.run(next.sql)
    await database.run(NOTE, [randomUUID(), createHash('sha256').update(next.sql).digest('hex'), next.name])
    return next.name
  })
}

/** The first migration that was not applied. */
async function findLacking(database: Migratable, migrations: ReadonlyArray<Migration>): Promise<Migration | undefined> {
  const known = z.array(knownRow).parse(await database.ask(LIST_KNOWN))
  const halfDone = known.find(({ hasFinished }) => !hasFinished)
  if (halfDone) {
    throw new Error(
      `The database was left in the middle of its migration ${halfDone.name} by an earlier version of this program. ` +
        'Put back the copy from before it, and start again.',
    )
  }
  const names = new Set(known.map(({ name }) => name))
  return migrations.find(({ name }) => !names.has(name))
}

/** The folder of a database's migrations. */
export function migrationsFolder(provider: Provider): string {
  return path.resolve('prisma', 'migrations', provider)
}

/** In the order in which they are applied. */
export async function listMigrations(provider: Provider): Promise<Array<Migration>> {
  const folder = migrationsFolder(provider)
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(path.join(folder, name, 'migration.sql'), 'utf8') })),
  )
}

/** Only what is needed is loaded: an installation uses one of the two. */
async function connect(provider: Provider, url: string): Promise<Migratable> {
  if (provider === 'sqlite') return (await import('./migrate-sqlite.server.ts')).connectToMigrate(url)
  return (await import('./migrate-postgresql.server.ts')).connectToMigrate(url)
}
