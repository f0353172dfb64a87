import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { listMigrations } from '../data/migrate.server.ts'
import { differences, digestTables } from './copy-tables.ts'
import type { Digest, OnProgress } from './copy-tables.ts'
import { Refusal } from './refusal.ts'
import { readTables, sqliteSide } from './sqlite-side.server.ts'

// A backup is a SQLite file of the program's tables, whichever database it was made of, and of one more: what each of them held.

const SEAL = `CREATE TABLE "_backup" ("table" TEXT NOT NULL PRIMARY KEY, "rows" INTEGER NOT NULL, "sha256" TEXT NOT NULL)`

const digestRows = z.array(z.object({ table: z.string(), rows: z.number(), sha256: z.string() }))
const nameRows = z.array(z.object({ name: z.string() }))

/** Notes in a file what was read from its source, and makes it one file that can be read where nothing can be written. */
export function seal(file: string, digests: ReadonlyArray<Digest>): void {
  const database = new Sqlite(file, { fileMustExist: true })
  try {
    database.pragma('journal_mode = DELETE')
    database.exec(SEAL)
    const note = database.prepare('INSERT INTO "_backup" VALUES (?, ?, ?)')
    for (const { table, rows, sha256 } of digests) note.run(table, rows, sha256)
  } finally {
    database.close()
  }
}

/** Takes the note out of a copy of a backup: it becomes a database like any other. */
export function unseal(file: string): void {
  const database = new Sqlite(file, { fileMustExist: true })
  try {
    database.exec('DROP TABLE "_backup"')
  } finally {
    database.close()
  }
}

/**
 * Reads a backup from its first byte to its last and compares it with what its source held. Throws a Refusal where the file is none, is
 * damaged, or was made by a newer version of the program.
 */
export async function verifyBackup(file: string, tell: OnProgress): Promise<Array<Digest>> {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`)
  if (!(await beginsAsSqlite(file))) throw new Refusal(`${file} is no backup: it is no database at all.`)
  const database = new Sqlite(file, { readonly: true })
  try {
    expectWhole(database, file)
    if (!hasTable(database, '_backup') || !hasTable(database, '_prisma_migrations'))
      throw new Refusal(`${file} is a database, but no backup that “npm run backup” made.`)
    await expectKnown(database, file)
    const noted = digestRows.parse(database.prepare('SELECT * FROM "_backup"').all())
    const found = await digestTables(readTables(database), sqliteSide(database), tell)
    const different = differences(noted, found)
    if (different.length > 0)
      throw new Refusal(`${file} is damaged. It does not hold what was saved: ${different.join('; ')}.`)
    return found
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) throw new Refusal(`${file} is damaged: ${error.message}.`)
    throw error
  } finally {
    database.close()
  }
}

function expectWhole(database: Sqlite.Database, file: string): void {
  const found = z.array(z.object({ integrity_check: z.string() })).parse(database.pragma('integrity_check'))
  if (found[0]?.integrity_check !== 'ok') throw new Refusal(`${file} is damaged: ${found[0]?.integrity_check ?? ''}.`)
}

function hasTable(database: Sqlite.Database, name: string): boolean {
  return database.prepare('SELECT 1 FROM sqlite_master WHERE "name" = ?').get(name) !== undefined
}

async function expectKnown(database: Sqlite.Database, file: string): Promise<void> {
  const applied = nameRows.parse(database.prepare('SELECT "migration_name" AS "name" FROM "_prisma_migrations"').all())
  const known = new Set((await listMigrations('sqlite')).map(({ name }) => name))
  const unknown = applied.find(({ name }) => !known.has(name))
  if (unknown)
    throw new Refusal(`${file} was made by a newer version of Casewright (it has ${unknown.name}): use that version.`)
}

async function beginsAsSqlite(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.toString('latin1', 0, bytesRead) === 'SQLite format 3\0'
  } finally {
    await handle.close()
  }
}

/** Sees to it that a file, and the name under which it is there, survive a power cut. */
export async function flushToDisk(file: string): Promise<void> {
  // Windows has no folders that can be flushed.
  const places = process.platform === 'win32' ? [file] : [file, path.dirname(file)]
  for (const place of places) {
    const handle = await open(place, place === file ? 'r+' : 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}
