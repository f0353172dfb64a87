import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { migrationsFolder } from '../app/data/migrate.server.ts'
import type { Provider } from '../app/data/provider.ts'
import { startPostgresql } from '../tests/setup/postgresql-server.ts'
import { pendingChange } from './pending-change.ts'

/** `npm run db:migration NAME`: writes what the schema has that the migrations lack as a new migration, for both databases. */
const name = process.argv[2]
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error(
    'Give the migration a name of lower-case letters, digits and underscores: npm run db:migration add_cohorts',
  )
  process.exit(2)
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)

async function write(provider: Provider, sql: string | null): Promise<void> {
  if (sql === null) return console.log(`The migrations for ${provider} already lead to the schema: nothing to write.`)
  const folder = path.join(migrationsFolder(provider), `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'migration.sql'), sql)
  console.log(`Wrote ${path.relative('.', folder)}/migration.sql. Read it before you commit it.`)
}

await write('sqlite', await pendingChange('file::memory:'))
const server = await startPostgresql()
try {
  await write('postgresql', await pendingChange(await server.database('schema')))
} finally {
  await server.remove()
}
