import { existsSync } from 'node:fs'
import { applyMigrations } from '../data/migrate.server.ts'
import { providerOf } from '../data/provider.ts'
import { openAlone } from './alone.server.ts'
import { copyIntoPostgresql } from './copy-into-postgresql.server.ts'
import type { Digest, OnProgress } from './copy-tables.ts'
import { Refusal } from './refusal.ts'

/**
 * Moves an installation from SQLite to PostgreSQL. The file stays as it is but for migrations that it lacks, and nobody else may use it
 * meanwhile: what was decided there would be left behind.
 */
export async function copyDatabase(from: string, to: string, tell: OnProgress): Promise<Array<Digest>> {
  if (providerOf(from) !== 'sqlite' || providerOf(to) !== 'postgresql')
    throw new Refusal(
      'A copy leads from a SQLite file (file:PATH) to PostgreSQL (postgresql://USER:PASSWORD@HOST/NAME).',
    )
  const file = from.replace(/^file:/, '')
  if (!existsSync(file)) throw new Refusal(`There is no database at ${file}.`)
  openAlone(file).close()
  await applyMigrations(from)
  const source = openAlone(file)
  try {
    return await copyIntoPostgresql(source, to, tell)
  } finally {
    source.close()
  }
}
