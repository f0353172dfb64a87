import path from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp } from '../../app/backup/backup.server.ts'
import { differences, digestTables } from '../../app/backup/copy-tables.ts'
import { readTables, sqliteSide } from '../../app/backup/sqlite-side.server.ts'
import { restore } from '../../app/backup/restore.server.ts'
import { applyMigrations } from '../../app/data/migrate.server.ts'
import { runOperation, startOperation } from '../setup/operation.ts'
import { withOwnFolder } from '../setup/own-folder.ts'
import { startPostgresql } from '../setup/postgresql-server.ts'
import type { PostgresqlServer } from '../setup/postgresql-server.ts'
import { fillRowsOf } from '../setup/rows-of.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'

let server: PostgresqlServer
let folder: string
let made = 0

beforeAll(async () => {
  server = await startPostgresql()
})

afterAll(() => server.remove())

withOwnFolder((own) => {
  folder = own
})

const AT = '2026-01-02T03:04:05.678+00:00'
const silent = () => {}

function emptyPostgresql(): Promise<string> {
  return server.database(`copy_${(made += 1)}`)
}

/** A database with a row in every table that learners have, awkward values among them, and as many learners more. */
async function aSource(learners = 0): Promise<{ file: string; url: string }> {
  const file = path.join(folder, 'source.db')
  await applyMigrations(`file:${file}`)
  const database = new Database(file)
  const insert = database.prepare('INSERT INTO "Learner" VALUES (?, ?)')
  database.transaction(() => {
    for (const id of ['ada', 'Żółw "quoted" \\ back', '{brace},comma', 'NULL', '', '\u{1F600}', '￿']) insert.run(id, AT)
    for (let place = 0; place < learners; place += 1) insert.run(`learner-${place}`, AT)
  })()
  await fillRowsOf(`file:${file}`, { learnerId: 'ada', email: 'ada@example.org', mark: 'line one\nline two\t%_\\N' })
  database.prepare(`INSERT INTO "Draft" VALUES ('a-case', ?, 1, ?, NULL)`).run('x'.repeat(1_000_000), AT)
  database
    .prepare(`INSERT INTO "DraftImage" VALUES ('a-case', 'x.png', 'image/png', ?)`)
    .run(Buffer.from([0, 1, 92, 255]))
  database.prepare(`INSERT INTO "RoleLens" VALUES (41, 'ada', 'a-course', ?, '[1]')`).run(AT)
  database.close()
  return { file, url: `file:${file}` }
}

async function ask(url: string, sql: string): Promise<Array<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function digestsOf(file: string) {
  const database = new Database(file, { readonly: true })
  try {
    return await digestTables(readTables(database), sqliteSide(database), silent)
  } finally {
    database.close()
  }
}

/** What a database of PostgreSQL holds, by way of a backup of it. */
async function digestsIn(url: string) {
  await backUp(url, path.join(folder, `back-${(made += 1)}.db`), silent)
  return digestsOf(path.join(folder, `back-${made}.db`))
}

test('a copy holds what its source held, and so does a backup of the copy, and what that is restored to, wherever and however dates are written', async () => {
  const source = await aSource(3_000)
  const [url, again] = [await emptyPostgresql(), await emptyPostgresql()]
  for (const setting of [`datestyle = 'German, DMY'`, `bytea_output = 'escape'`, `timezone = 'Asia/Kathmandu'`])
    await ask(url, `ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET ${setting}`)
  const done = await runOperation('copy', [source.url, url], { TZ: 'America/St_Johns' })
  expect([done.status, done.stderr]).toEqual([0, ''])
  expect(done.stdout).toMatch(/^Copied 3,\d+ rows of 34 tables; both sides are the same\./)
  const expected = await digestsOf(source.file)
  expect(expected.filter(({ rows }) => rows > 0).length).toBeGreaterThan(20)
  const file = path.join(folder, 'backup.db')
  const saved = await runOperation('backup', [file], { DATABASE_URL: url, TZ: 'America/St_Johns' })
  expect([saved.status, saved.stderr]).toEqual([0, ''])
  expect(differences(expected, await digestsOf(file))).toEqual([])
  const restored = await runOperation('restore', [file], { DATABASE_URL: again })
  expect([restored.status, restored.stderr]).toEqual([0, ''])
  expect(differences(expected, await digestsIn(again))).toEqual([])
})

test('after a copy the database gives numbers that are not taken', async () => {
  const url = await emptyPostgresql()
  const source = await aSource()
  expect((await runOperation('copy', [source.url, url])).status).toBe(0)
  const insert = `INSERT INTO "RoleLens" ("learnerId", "course", "answeredAt", "answers") VALUES ('ada', 'c', now(), '[]') RETURNING "id"`
  expect(await ask(url, insert)).toEqual([{ id: 42 }])
  const publish = `INSERT INTO "CaseVersion" VALUES ('h', '', now()); INSERT INTO "Publication" ("slug", "hash", "publishedAt") VALUES ('s', 'h', now())`
  await ask(url, publish)
  expect(await ask(url, 'SELECT "id" FROM "Publication" WHERE "slug" = \'s\'')).toEqual([{ id: 1 }])
})

test('a copy that was killed in the middle is finished by the same command, and nothing starts on the half of it', async () => {
  const source = await aSource(150_000)
  const url = await emptyPostgresql()
  const broken = startOperation('copy', [source.url, url])
  const countLearners = async () => {
    const [row] = await ask(url, `SELECT count(*)::integer AS "count" FROM "Learner"`).catch(() => [])
    return Number(row?.['count'] ?? 0)
  }
  await expect.poll(countLearners, { interval: 10, timeout: 90_000 }).toBeGreaterThan(0)
  broken.process.kill('SIGKILL')
  await broken.finished
  const half = await countLearners()
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(150_000)
  await expect(applyMigrations(url)).rejects.toThrow(/was not finished. Run the same command again/)

  const other = await temporaryFolder()
  await applyMigrations(`file:${other.folder}/other.db`)
  const wrong = await runOperation('copy', [`file:${other.folder}/other.db`, url])
  expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('A copy of other data was begun')])
  await other.remove()

  const done = await runOperation('copy', [source.url, url])
  expect([done.status, done.stderr]).toEqual([0, ''])
  expect(differences(await digestsOf(source.file), await digestsIn(url))).toEqual([])
  expect(await applyMigrations(url)).toEqual([])
})

test('a database that holds anything is left as it is', async () => {
  const source = await aSource()
  const url = await emptyPostgresql()
  await applyMigrations(url)
  await ask(url, `INSERT INTO "Withdrawal" VALUES ('a-case', now())`)
  const refused = await runOperation('copy', [source.url, url])
  expect([refused.status, refused.stdout]).toEqual([1, ''])
  expect(refused.stderr).toBe('db:copy: The database is not empty: Withdrawal has 1 rows. Nothing was copied.\n')
  expect(await ask(url, 'SELECT 1 FROM "Learner"')).toEqual([])
  await backUp(source.url, path.join(folder, 'backup.db'), silent)
  const restoring = restore({
    file: path.join(folder, 'backup.db'),
    url,
    replace: true,
    now: new Date(AT),
    tell: silent,
  })
  await expect(restoring).rejects.toThrow(/is not empty: Withdrawal/)
})

test('where the copy differs in one value, the table is named and nothing starts on it', async () => {
  const source = await aSource()
  const url = await emptyPostgresql()
  await applyMigrations(url)
  await ask(
    url,
    `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW."isOff" := NOT NEW."isOff"; RETURN NEW; END $$;
      CREATE TRIGGER spoil BEFORE INSERT ON "ReminderAddress" FOR EACH ROW EXECUTE FUNCTION spoil()`,
  )
  const refused = await runOperation('copy', [source.url, url])
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('The copy is not the same as its source: ReminderAddress: 1 rows, but not the same.')
  await expect(applyMigrations(url)).rejects.toThrow(/was not finished/)
})

test('text that PostgreSQL can’t keep is named with its column', async () => {
  const source = await aSource()
  const database = new Database(source.file)
  database.prepare(`UPDATE "Commitment" SET "will" = ?`).run('a\0b')
  database.close()
  const refused = await runOperation('copy', [source.url, await emptyPostgresql()])
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('Commitment.will: Expected text that PostgreSQL can keep, found a zero character')
})

test('a database on which a server runs is not copied, since what is decided meanwhile would be left behind', async () => {
  const running = await startTestServer({ folder })
  const url = await emptyPostgresql()
  const refused = await runOperation('copy', [running.database, url])
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('Stop it first. Nothing was changed.')])
  await running.stop()
  expect((await runOperation('copy', [running.database, url])).status).toBe(0)
})

/** Writes two rows that come together again and again; gives how often. A backup may hold both of a pair or neither. */
async function writePairs(url: string, over: AbortSignal): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let written = 0
  for (; !over.aborted; written += 1) {
    await client.query(`WITH one AS (INSERT INTO "Learner" VALUES ('z-${written}', now()) RETURNING "id")
      INSERT INTO "Withdrawal" SELECT "id", now() FROM one`)
  }
  await client.end()
  return written
}

test('a backup of PostgreSQL is of one moment, whatever is written meanwhile', async () => {
  const source = await aSource(20_000)
  const url = await emptyPostgresql()
  expect((await runOperation('copy', [source.url, url])).status).toBe(0)
  const over = new AbortController()
  const writing = writePairs(url, over.signal)
  const file = path.join(folder, 'backup.db')
  await backUp(url, file, silent)
  over.abort()
  const written = await writing
  const database = new Database(file, { readonly: true })
  const count = (sql: string) => database.prepare<[], { count: number }>(sql).get()?.count
  const learners = count(`SELECT count(*) AS "count" FROM "Learner" WHERE "id" LIKE 'z-%'`)
  expect(learners).toBe(count(`SELECT count(*) AS "count" FROM "Withdrawal" WHERE "slug" LIKE 'z-%'`))
  expect(learners).toBeLessThan(written)
  database.close()
})

test.each([
  [['file:a.db'], 2, /expected 2 arguments, found 1/],
  [['postgresql://u@127.0.0.1/a', 'file:a.db'], 1, /A copy leads from a SQLite file/],
  [['file:/nowhere/a.db', 'postgresql://u@127.0.0.1/a'], 1, /There is no database at \/nowhere\/a\.db/],
])('db:copy %j is refused with the reason', async (args, status, reason) => {
  const refused = await runOperation('copy', args)
  expect([refused.status, refused.stderr]).toEqual([status, expect.stringMatching(reason)])
})

test('where PostgreSQL can’t be reached, that is said without the password', async () => {
  const source = await aSource()
  const refused = await runOperation('copy', [source.url, 'postgresql://me:hush-hush@127.0.0.1:9/a'])
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('ECONNREFUSED')])
  expect(refused.stderr).not.toContain('hush-hush')
})
