import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { backUp } from '../../app/backup/backup.server.ts'
import { restore } from '../../app/backup/restore.server.ts'
import { applyMigrations, listMigrations } from '../../app/data/migrate.server.ts'
import { runOperation, startOperation } from '../setup/operation.ts'
import { withOwnFolder } from '../setup/own-folder.ts'
import { startTestServer } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'
import { tablesOf } from '../setup/tables-of.ts'

let folder: string

withOwnFolder((own) => {
  folder = own
})

const NOW = new Date('2026-11-22T05:06:07.000Z')
const silent = () => {}

function at(name: string): string {
  return path.join(folder, name)
}

function ask<T>(file: string, sql: string): Array<T> {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare<[], T>(sql).all()
  } finally {
    database.close()
  }
}

/** A database with some learners of whom nobody needs to know more. */
async function aDatabase(name: string, learners = 500): Promise<string> {
  await applyMigrations(`file:${at(name)}`)
  const database = new Database(at(name))
  const insert = database.prepare('INSERT INTO "Learner" VALUES (?, ?)')
  database.transaction(() => {
    for (let place = 0; place < learners; place += 1)
      insert.run(`learner-${place}`, NOW.toISOString().replace('Z', '+00:00'))
  })()
  database.close()
  return `file:${at(name)}`
}

/** A database and a backup of it. */
async function aBackup(): Promise<{ url: string; file: string }> {
  const url = await aDatabase('source.db')
  await backUp(url, at('backup.db'), silent)
  return { url, file: at('backup.db') }
}

function restoring(file: string, name: string, replace = false) {
  return restore({ file, url: `file:${at(name)}`, replace, now: NOW, tell: silent })
}

test('a file that is there is never written over, and what can’t be saved leaves nothing behind', async () => {
  const url = await aDatabase('source.db', 1)
  writeFileSync(at('backup.db'), 'something else')
  await expect(backUp(url, at('backup.db'), silent)).rejects.toThrow(/already\. Nothing was written/)
  expect(readFileSync(at('backup.db'), 'utf8')).toBe('something else')
  await expect(backUp(`file:${at('none.db')}`, at('new.db'), silent)).rejects.toThrow(/There is no database at/)
  const broken = new Database(at('source.db'))
  broken.exec(`UPDATE "Learner" SET "createdAt" = 'some day'`)
  broken.close()
  await expect(backUp(url, at('new.db'), silent)).rejects.toThrow(/Learner\.createdAt: Expected date/)
  expect(readdirSync(folder).filter((name) => name.startsWith('new'))).toEqual([])
})

test('a backup that is broken off has no name by which it could be taken for a whole one', async () => {
  const url = await aDatabase('source.db', 60_000)
  const { process: child, finished } = startOperation('backup', [at('backup.db')], { DATABASE_URL: url })
  await expect
    .poll(() => readdirSync(folder).some((name) => name.includes('unfinished')), { interval: 5, timeout: 60_000 })
    .toBe(true)
  child.kill('SIGKILL')
  await finished
  expect(existsSync(at('backup.db'))).toBe(false)
})

test.each<[string, (file: string) => void, RegExp]>([
  ['is empty', (file) => writeFileSync(file, ''), /is no backup: it is no database at all/],
  [
    'is something else',
    (file) => writeFileSync(file, 'Dear colleagues,\n'.repeat(500)),
    /is no backup: it is no database/,
  ],
  ['is cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 40_000)), /is damaged/],
  ['is cut off in its last page', (file) => writeFileSync(file, readFileSync(file).subarray(0, -100)), /is damaged/],
  ['has one letter changed', changeLetter, /is damaged.*Learner: 500 rows, but not the same/],
  ['has a page of zeros', zeroPage, /is damaged/],
  [
    'lacks a row',
    (file) => run(file, `DELETE FROM "Learner" WHERE "id" = 'learner-7'`),
    /Learner: expected 500 rows, found 499/,
  ],
  [
    'is a database of another program',
    (file) => run(file, 'DROP TABLE "_prisma_migrations"'),
    /no backup that “npm run backup” made/,
  ],
  ['is a database but no backup', (file) => run(file, 'DROP TABLE "_backup"'), /no backup that “npm run backup” made/],
  [
    'comes from a newer version',
    fromTomorrow,
    /made by a newer version of Casewright \(it has 29990101000000_tomorrow\)/,
  ],
])('a file that %s is refused with the reason, and nothing is changed', async (_what, spoil, reason) => {
  const { file } = await aBackup()
  spoil(file)
  await expect(restoring(file, 'target.db')).rejects.toThrow(reason)
  await expect(restoring(file, 'source.db', true)).rejects.toThrow(reason)
  expect(existsSync(at('target.db'))).toBe(false)
  expect(readdirSync(folder).filter((name) => name.includes('before-restore'))).toEqual([])
})

function run(file: string, sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

/** In a column that no index holds as well. */
function changeLetter(file: string): void {
  const bytes = readFileSync(file)
  bytes.write('2025', bytes.lastIndexOf('2026-11-22T05:06:07.000'))
  writeFileSync(file, bytes)
}

function zeroPage(file: string): void {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, 8 * 4096, 9 * 4096))
}

function fromTomorrow(file: string): void {
  run(
    file,
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('x', 'x', '29990101000000_tomorrow', 'x')`,
  )
}

test('there is no file: that is said', async () => {
  await expect(restoring(at('none.db'), 'target.db')).rejects.toThrow(/There is no file/)
})

test('a database on which a server runs is not replaced', async () => {
  const server = await startTestServer({ folder })
  const DATABASE_URL = server.database
  expect((await runOperation('backup', [at('backup.db')], { DATABASE_URL })).status).toBe(0)
  const refused = await runOperation('restore', [at('backup.db'), '--replace'], { DATABASE_URL })
  expect([refused.status, refused.stdout]).toEqual([1, ''])
  expect(refused.stderr).toMatch(/^restore: A program is using .* Stop it first\. Nothing was changed\.\n$/)
  await startCase(aVisitor(server.url), 'the-2240-trailer')
  await server.stop()
  const done = await runOperation('restore', [at('backup.db'), '--replace'], { DATABASE_URL })
  expect([done.status, done.stderr]).toEqual([0, ''])
  expect(done.stdout).toMatch(/What was there before is at .*test\.db\.before-restore-/)
})

test('a database that is not empty is replaced only where that is asked for, and is kept aside', async () => {
  const { file } = await aBackup()
  await aDatabase('target.db', 3)
  await expect(restoring(file, 'target.db')).rejects.toThrow(
    /not empty: Learner has 3 rows\. With --replace .* Nothing was changed/,
  )
  expect(ask(at('target.db'), 'SELECT 1 FROM "Learner"')).toHaveLength(3)
  const { keptAside } = await restoring(file, 'target.db', true)
  expect(keptAside).toBe(`${at('target.db')}.before-restore-2026-11-22T05-06-07.000Z`)
  expect(ask(keptAside ?? '', 'SELECT 1 FROM "Learner"')).toHaveLength(3)
  expect(ask(at('target.db'), 'SELECT 1 FROM "Learner"')).toHaveLength(500)
  expect(await tablesOf(`file:${at('target.db')}`)).toEqual(await tablesOf(`file:${at('source.db')}`))
  expect(ask(at('target.db'), `SELECT 1 FROM sqlite_master WHERE "name" = '_backup'`)).toEqual([])
})

test('an empty database is replaced without asking', async () => {
  const { file } = await aBackup()
  await aDatabase('target.db', 0)
  await restoring(file, 'target.db')
  expect(ask(at('target.db'), 'SELECT 1 FROM "Learner"')).toHaveLength(500)
})

test('a database that is damaged beyond reading is replaced only where that is asked for, and is kept aside', async () => {
  const { file } = await aBackup()
  writeFileSync(at('target.db'), 'not a database any more')
  await expect(restoring(file, 'target.db')).rejects.toThrow(/can’t be read: .* With --replace/)
  const { keptAside } = await restoring(file, 'target.db', true)
  expect(readFileSync(keptAside ?? '', 'utf8')).toBe('not a database any more')
  expect(ask(at('target.db'), 'SELECT 1 FROM "Learner"')).toHaveLength(500)
})

test('the log of a database that somebody removed by hand is not taken for that of the backup', async () => {
  const { file } = await aBackup()
  writeFileSync(at('target.db-wal'), 'its log')
  await restoring(file, 'target.db')
  expect(existsSync(at('target.db-wal'))).toBe(false)
  expect(readFileSync(at('target.db.before-restore-2026-11-22T05-06-07.000Z-wal'), 'utf8')).toBe('its log')
})

test('a backup of an older version is migrated, and the backup stays as it is', async () => {
  const [first, ...later] = await listMigrations('sqlite')
  if (!first) throw new Error('Expected a migration')
  await applyMigrations(`file:${at('old.db')}`, [first])
  run(at('old.db'), `INSERT INTO "Learner" VALUES ('somebody', '2026-01-02T03:04:05.000+00:00')`)
  await backUp(`file:${at('old.db')}`, at('backup.db'), silent)
  await copyFile(at('backup.db'), at('same.db'))
  await restoring(at('backup.db'), 'target.db')
  expect(ask(at('target.db'), 'SELECT "id" FROM "Learner"')).toEqual([{ id: 'somebody' }])
  expect(ask(at('target.db'), 'SELECT 1 FROM "_prisma_migrations"')).toHaveLength(later.length + 1)
  expect(readFileSync(at('backup.db')).equals(readFileSync(at('same.db')))).toBe(true)
})
