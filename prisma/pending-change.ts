import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { listMigrations, migrationsFolder } from '../app/data/migrate.server.ts'
import { providerOf } from '../app/data/provider.ts'
import type { Provider } from '../app/data/provider.ts'
import { postgresqlSchema, withByteOrder } from './postgresql-schema.ts'

const filters = { externalTables: [], externalEnums: [] }

/**
 * The SQL that leads from the migrations to the schema as it is written now; null where they agree. The engine is Prisma's own as
 * WebAssembly; its binary would be a download.
 * @param url a database to work it out with: `file::memory:`, or an empty one of PostgreSQL that nobody needs
 */
export async function pendingChange(url: string): Promise<string | null> {
  const provider = providerOf(url)
  const source = await readFile('prisma/schema.prisma', 'utf8')
  const schema = { path: 'schema.prisma', content: provider === 'sqlite' ? source : postgresqlSchema(source) }
  const opened: Array<SqlDriverAdapter> = []
  const { SchemaEngine } = await loadEngine()
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, keeping(opened, adapterFor(provider, url)))
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await migrationList(provider)) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters,
    })
    if (stdout === null || /empty migration/.test(stdout)) return null
    return provider === 'sqlite' ? stdout : withByteOrder(stdout)
  } finally {
    engine.free()
    // It leaves connections open, and with them its locks.
    for (const adapter of opened) await adapter.dispose()
  }
}

async function migrationList(provider: Provider): Promise<MigrationList> {
  const folder = migrationsFolder(provider)
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(folder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: (await listMigrations(provider)).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/** The engine plays the migrations to a shadow database: of SQLite one in memory, of PostgreSQL the one that is given. */
function adapterFor(provider: Provider, url: string): SqlMigrationAwareDriverAdapterFactory {
  if (provider === 'postgresql') {
    const connect = () => connectToDescribe(url)
    return { ...named(new PrismaPg(url)), connect, connectToShadowDb: connect }
  }
  const factory = new PrismaBetterSqlite3({ url })
  return {
    ...named(factory),
    connect: () => factory.connect(),
    connectToShadowDb: () => factory.connectToShadowDb().then(takingScripts),
  }
}

const INTERNAL_CHAR = 18
const CHAR = 1042

/** A connection that can tell the engine about columns of the one-byte type, which only PostgreSQL's own tables have and Prisma's adapter does not know. */
async function connectToDescribe(url: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url })
  const query = pool.query.bind(pool)
  const ofOneByte = new Set<string>()
  Object.assign(pool, {
    query: async (asked: pg.QueryArrayConfig) => {
      const result = await query(asked)
      for (const field of result.fields.filter(({ dataTypeID }) => dataTypeID === INTERNAL_CHAR)) {
        ofOneByte.add(field.name)
        field.dataTypeID = CHAR
      }
      return result
    },
  })
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  return Object.assign(adapter, {
    queryRaw: async (asked: SqlQuery) => {
      const { columnNames, columnTypes, rows } = await queryRaw(asked)
      const types = columnTypes.map((type, place) =>
        ofOneByte.has(columnNames[place] ?? '') ? ColumnTypeEnum.Character : type,
      )
      return { columnNames, columnTypes: types, rows }
    },
  })
}

function named({ provider, adapterName }: Pick<SqlMigrationAwareDriverAdapterFactory, 'provider' | 'adapterName'>) {
  return { provider, adapterName }
}

function keeping(opened: Array<SqlDriverAdapter>, inner: SqlMigrationAwareDriverAdapterFactory) {
  async function kept(connecting: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> {
    const adapter = await connecting
    const dispose = adapter.dispose.bind(adapter)
    let disposed: Promise<void> | undefined
    // The engine closes some of them itself, and none may be closed twice.
    adapter.dispose = () => (disposed ??= dispose())
    opened.push(adapter)
    return adapter
  }
  return bindMigrationAwareSqlAdapterFactory({
    ...named(inner),
    connect: () => kept(inner.connect()),
    connectToShadowDb: () => kept(inner.connectToShadowDb()),
  })
}

/** The engine plays whole migrations as one query, of which better-sqlite3 would run a single statement. */
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
  // By this name it looks for whom to tell why it gave up.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (why: string) => console.error(why) } })
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return bindings
}
