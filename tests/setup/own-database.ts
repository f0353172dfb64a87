import { afterEach } from 'vitest'
import { openDatabase } from '../../app/data/database.server.ts'
import type { Database } from '../../app/data/database.server.ts'
import { applyMigrations } from '../../app/data/migrate.server.ts'
import { withOwnFolder } from './own-folder.ts'
import { databaseIn } from './test-database.ts'

/** A database that nobody else has, with nothing in it but its tables, and connections to it. */
type OwnDatabase = { url: string; db: Database; folder: string }

/** Gives each test of a file a database of its own, in a folder of its own; both are gone after it. */
export function withOwnDatabase(take: (own: OwnDatabase) => void): void {
  let db: Database | undefined

  withOwnFolder(async (folder) => {
    const url = await databaseIn(folder)
    await applyMigrations(url)
    db = await openDatabase(url)
    take({ url, db, folder })
  })

  // Before the folder is removed: what comes after a test is done in the reverse order.
  afterEach(() => db?.close())
}
