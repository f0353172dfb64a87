import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyTables, differences, digestTables } from './copy-tables.ts'
import { readTables, sqliteSide } from './sqlite-side.server.ts'

const SCHEMA = `
  CREATE TABLE "Part" ("owner" TEXT NOT NULL REFERENCES "Owner" ("id"), "place" INTEGER NOT NULL, "bytes" BLOB, "at" DATETIME,
    PRIMARY KEY ("owner", "place"));
  CREATE TABLE "Owner" ("id" TEXT NOT NULL PRIMARY KEY, "isNew" BOOLEAN NOT NULL);
  CREATE TABLE "_own" ("id" TEXT);`

function aDatabase(owners: ReadonlyArray<string> = [], parts = 0): Sqlite.Database {
  const database = new Sqlite(':memory:')
  database.exec(SCHEMA)
  for (const owner of owners) {
    database.prepare('INSERT INTO "Owner" VALUES (?, 1)').run(owner)
    for (let place = 0; place < parts; place += 1)
      database
        .prepare(`INSERT INTO "Part" VALUES (?, ?, ?, '2026-01-02T03:04:05.000+00:00')`)
        .run(owner, place, Buffer.alloc(place % 7, place))
  }
  return database
}

async function digestsOf(database: Sqlite.Database) {
  return digestTables(readTables(database), sqliteSide(database), () => {})
}

async function copy(from: Sqlite.Database, to: Sqlite.Database): Promise<Array<[number, number]>> {
  const told: Array<[number, number]> = []
  await copyTables(readTables(from), sqliteSide(from), sqliteSide(to), (done, total) => told.push([done, total]))
  return told
}

test('what is copied is the same, and it is told how far it is, up to all of it', async () => {
  const [from, to] = [aDatabase(['a', 'b', 'Ä', '😀', '￿'], 50), aDatabase()]
  const told = await copy(from, to)
  expect(differences(await digestsOf(from), await digestsOf(to))).toEqual([])
  expect(told.at(-1)).toEqual([255, 255])
  expect(told.length).toBeGreaterThan(3)
})

test('a copy that was broken off anywhere is finished by the next one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 40 }),
      fc.nat(),
      async (ids, at) => {
        const owners = ids.filter((id) => !id.includes('\0'))
        const [from, to] = [aDatabase(owners, 3), aDatabase()]
        const side = sqliteSide(to)
        let left = at % 5
        const breaking = {
          ...side,
          add: async (...args: Parameters<typeof side.add>) =>
            left-- > 0 ? side.add(...args) : Promise.reject(new Error('off')),
        }
        await copyTables(readTables(from), sqliteSide(from), breaking, () => {}).catch(() => {})
        await copy(from, to)
        expect(differences(await digestsOf(from), await digestsOf(to))).toEqual([])
      },
    ),
    { numRuns: 50 },
  )
})

test.each([
  ['a value', `UPDATE "Part" SET "bytes" = x'07' WHERE "place" = 2`, ['Part: 6 rows, but not the same']],
  ['a flag', `UPDATE "Owner" SET "isNew" = 0`, ['Owner: 2 rows, but not the same']],
  [
    'a date by a millisecond',
    `UPDATE "Part" SET "at" = '2026-01-02T03:04:05.001+00:00'`,
    ['Part: 6 rows, but not the same'],
  ],
  ['a row', `DELETE FROM "Part" WHERE "place" = 2`, ['Part: expected 6 rows, found 4']],
  ['a table', `DROP TABLE "Part"`, ['Part: expected this table, found none']],
])('where %s differs, the table is named', async (_what, change, said) => {
  const [from, to] = [aDatabase(['a', 'b'], 3), aDatabase(['a', 'b'], 3)]
  to.exec(change)
  expect(differences(await digestsOf(from), await digestsOf(to))).toEqual(said)
})

test('a value that is none of its column’s kind is named with its column', async () => {
  const from = aDatabase(['a'], 1)
  from.exec(`UPDATE "Part" SET "at" = 'soon'`)
  await expect(digestsOf(from)).rejects.toThrow('Part.at: Expected date, found "soon"')
})

test('a column of a type that nobody thought of is named', () => {
  const database = aDatabase()
  database.exec('CREATE TABLE "New" ("id" TEXT PRIMARY KEY, "share" REAL)')
  expect(() => readTables(database)).toThrow(
    'Expected New.share to be one of TEXT, INTEGER, BOOLEAN, DATETIME, BLOB, found REAL',
  )
})
