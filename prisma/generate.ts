import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { postgresqlSchema } from './postgresql-schema.ts'

/** `npm run generate`: makes both database clients from the one schema. */
const SOURCE = 'prisma/schema.prisma'
const DERIVED = 'prisma/postgresql.prisma'

async function generate(schema: string): Promise<boolean> {
  const prisma = spawn(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--schema', schema], {
    stdio: 'inherit',
  })
  const [code] = await once(prisma, 'exit')
  return code === 0
}

await writeFile(DERIVED, postgresqlSchema(await readFile(SOURCE, 'utf8')))
const done = await Promise.all([SOURCE, DERIVED].map(generate))
process.exitCode = done.every(Boolean) ? 0 : 1
