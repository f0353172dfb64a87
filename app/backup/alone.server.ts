import Sqlite from 'better-sqlite3'
import { Refusal } from './refusal.ts'

const WAIT_MS = 500

/**
 * Opens a SQLite file so that no other program can. Throws a Refusal where one has it open already: leaving the write-ahead log is what
 * SQLite does only where nobody else is there, and it puts all that was written into the one file.
 */
export function openAlone(file: string): Sqlite.Database {
  const database = new Sqlite(file, { fileMustExist: true, timeout: WAIT_MS })
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = DELETE')
    database.exec('BEGIN EXCLUSIVE; COMMIT')
    return database
  } catch (error) {
    database.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new Refusal(`A program is using ${file}, most likely the server. Stop it first. Nothing was changed.`)
    throw error
  }
}
