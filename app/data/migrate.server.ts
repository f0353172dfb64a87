import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import { sqliteAdapter } from './database.server.ts'

const PRISMA = path.resolve('prisma')
const MIGRATIONS = path.join(PRISMA, 'migrations')
const filters = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations that a database lacks and returns their names. The engine is Prisma's own as WebAssembly, with the
 * same `_prisma_migrations` table; its binary would be a download.
 */
export async function applyMigrations(url: string): Promise<Array<string>> {
  // Loading the engine takes longer than all else in a start that has nothing to migrate.
  if (await isUpToDate(url)) return []
  return withEngine(url, async (engine) => {
    const applied = await engine.applyMigrations({ migrationsList: await listMigrations(), filters })
    return applied.appliedMigrationNames
  })
}

/** Whether each migration stands in the database's own table as applied, with the very text that it has here. */
async function isUpToDate(url: string): Promise<boolean> {
  const adapter = await sqliteAdapter(url).connect()
  try {
    const args = { args: [], argTypes: [] }
    const table = await adapter.queryRaw({
      sql: `SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`,
      ...args,
    })
    if (table.rows.length === 0) return false
    const sql =
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'
    const applied = new Map((await adapter.queryRaw({ sql, ...args })).rows.map(([name, checksum]) => [name, checksum]))
    const { migrationDirectories } = await listMigrations()
    return migrationDirectories.every(({ path: name, migrationFile: { content } }) => {
      return content.tag === 'ok' && applied.get(name) === createHash('sha256').update(content.value).digest('hex')
    })
  } finally {
    await adapter.dispose()
  }
}

/** The SQL that leads from the migrations to the schema as it is written now; null where they agree. */
export async function pendingChange(): Promise<string | null> {
  const schema = {
    path: path.join(PRISMA, 'schema.prisma'),
    content: await readFile(path.join(PRISMA, 'schema.prisma'), 'utf8'),
  }
  return withEngine(':memory:', async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await listMigrations()) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters,
    })
    return stdout === null || /empty migration/.test(stdout) ? null : stdout
  })
}

async function listMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const content = await readFile(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: content } } }
    }),
  )
  const lock = await readFile(path.join(MIGRATIONS, 'migration_lock.toml'), 'utf8')
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}

async function withEngine<T>(url: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const inner = sqliteAdapter(url)
  const opened: Array<SqlDriverAdapter> = []
  async function kept(connecting: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> {
    const adapter = await connecting
    opened.push(adapter)
    return adapter
  }
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: () => kept(inner.connect()),
    connectToShadowDb: () => kept(inner.connectToShadowDb().then(takingScripts)),
  })
  const { SchemaEngine: Engine } = await loadEngine()
  const engine = await Engine.new({ datamodels: undefined }, () => {}, factory)
  try {
    return await use(engine)
  } finally {
    engine.free()
    // The engine leaves its connections open, and with them its locks.
    for (const adapter of opened) await adapter.dispose()
  }
}

/** The engine plays whole migrations to the shadow database as one query, of which better-sqlite3 would run a single statement. */
function takingScripts(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const executeOne = adapter.executeRaw.bind(adapter)
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return executeOne(query)
    await adapter.executeScript(query.sql)
    return 0
  }
  return adapter
}

let loaded: ReturnType<typeof instantiate> | null = null

/** Once a process: a second instance would take the memory away from under the first. */
function loadEngine() {
  loaded ??= instantiate()
  return loaded
}

/** The package's own entry imports the .wasm file as a module, which Node can't: so its two halves are joined here. */
async function instantiate() {
  const require = createRequire(import.meta.url)
  const glue = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(path.join(path.dirname(glue), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
  const { __wbg_set_wasm: setExports } = bindings
  setExports(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return bindings
}
