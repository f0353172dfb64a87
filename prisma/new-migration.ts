import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pendingChange } from '../app/data/migrate.server.ts'

/** `npm run db:migration NAME`: writes what the schema has that the migrations lack as a new migration. */
const name = process.argv[2]
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error(
    'Give the migration a name of lower-case letters, digits and underscores: npm run db:migration add_cohorts',
  )
  process.exit(2)
}
const sql = await pendingChange()
if (sql === null) console.log('The migrations already lead to the schema: nothing to write.')
else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join('prisma', 'migrations', `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'migration.sql'), sql)
  console.log(`Wrote ${folder}/migration.sql. Read it before you commit it.`)
}
