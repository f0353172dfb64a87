import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { Provider } from '../../app/data/provider.ts'
import { databaseOf } from './postgresql-server.ts'

/** The databases that the tests of this run are made on; see `prepare-postgresql.ts`. */
export const PROVIDER: Provider = process.env['POSTGRESQL_SERVER'] === undefined ? 'sqlite' : 'postgresql'

/**
 * The address of the database that belongs to a folder, the same each time. Where there is none yet, PostgreSQL's is made.
 * @param isPrepared whether a new one is a copy of that in which everything is published; otherwise it is empty
 */
export async function databaseIn(folder: string, { isPrepared = false } = {}): Promise<string> {
  const prepared = isPrepared ? process.env['PREPARED_DATABASE'] : undefined
  const server = process.env['POSTGRESQL_SERVER']
  if (server !== undefined) return databaseOf(server, path.basename(folder), prepared)
  const file = path.join(folder, 'test.db')
  if (prepared !== undefined && !existsSync(file)) await copyFile(prepared, file)
  return `file:${file}`
}

/** The file of a test's own database. Only for tests that are about files. */
export function fileOf(url: string): string {
  if (!url.startsWith('file:')) throw new Error('Expected a database in a file')
  return url.replace(/^file:/, '')
}
