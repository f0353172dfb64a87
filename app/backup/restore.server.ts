import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { applyMigrations } from '../data/migrate.server.ts'
import { providerOf } from '../data/provider.ts'
import { openAlone } from './alone.server.ts'
import { flushToDisk, unseal, verifyBackup } from './backup-file.server.ts'
import { copyIntoPostgresql } from './copy-into-postgresql.server.ts'
import type { Digest, OnProgress } from './copy-tables.ts'
import { Refusal } from './refusal.ts'
import { readTables, sqliteSide } from './sqlite-side.server.ts'

export type Restored = {
  digests: Array<Digest>
  /** Where the database that was there before is now; null where there was none. */
  keptAside: string | null
}

export type Restore = {
  file: string
  url: string
  /** Whether a database that holds something may be put aside. */
  replace: boolean
  now: Date
  tell: OnProgress
}

/**
 * Puts a backup in the place of a database that nobody uses, migrated to this version of the program. A SQLite file that was there is kept
 * aside; a database of PostgreSQL has to be empty. Throws a Refusal, with nothing changed, where that can't be done.
 */
export async function restore({ file, url, replace, now, tell }: Restore): Promise<Restored> {
  const digests = await verifyBackup(file, tell)
  if (providerOf(url) === 'postgresql') {
    await restoreToPostgresql(file, url, tell)
    return { digests, keptAside: null }
  }
  const target = url.replace(/^file:/, '')
  await mkdir(path.dirname(target), { recursive: true })
  const held = existsSync(target) ? await hold(target, replace) : null
  const unfinished = `${target}.unfinished-${process.pid}`
  try {
    await migratedCopy(file, unfinished)
    await flushToDisk(unfinished)
    // Windows renames no file that is open.
    held?.close()
    const keptAside = await putAside(target, now)
    await rename(unfinished, target)
    await flushToDisk(target)
    return { digests, keptAside }
  } finally {
    held?.close()
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(unfinished + end, { force: true })
  }
}

/** Keeps others out of the database that is to be replaced. Null where it is so damaged that nobody can open it. */
async function hold(target: string, replace: boolean): Promise<Sqlite.Database | null> {
  const more = 'With --replace it is put aside and the backup takes its place. Nothing was changed.'
  try {
    const database = openAlone(target)
    const side = sqliteSide(database)
    for (const table of replace ? [] : readTables(database)) {
      const count = await side.count(table)
      if (count === 0) continue
      database.close()
      throw new Refusal(`The database at ${target} is not empty: ${table.name} has ${count} rows. ${more}`)
    }
    return database
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    if (!replace) throw new Refusal(`The file at ${target} can’t be read: ${error.message}. ${more}`)
    return null
  }
}

async function migratedCopy(file: string, copy: string): Promise<void> {
  await copyFile(file, copy, constants.COPYFILE_EXCL)
  unseal(copy)
  await applyMigrations(`file:${copy}`)
}

/** With its log, which would be taken for that of the database that comes after it. */
async function putAside(target: string, now: Date): Promise<string | null> {
  const aside = `${target}.before-restore-${now.toISOString().replaceAll(':', '-')}`
  for (const end of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(target + end)) await rename(target + end, aside + end)
  }
  return existsSync(aside) ? aside : null
}

async function restoreToPostgresql(file: string, url: string, tell: OnProgress): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'casewright-restore-'))
  const copy = path.join(folder, 'migrated.db')
  try {
    await migratedCopy(file, copy)
    const source = new Sqlite(copy)
    try {
      await copyIntoPostgresql(source, url, tell)
    } finally {
      source.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
