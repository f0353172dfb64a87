import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isTaken, openDatabase } from '../../app/data/database.server.ts'
import type { Database as Connections } from '../../app/data/database.server.ts'
import type { Statement, Unit } from '../../app/data/statements.server.ts'
import { withOwnDatabase } from '../setup/own-database.ts'
import { fileOf, PROVIDER } from '../setup/test-database.ts'

let url: string
let db: Connections

withOwnDatabase((own) => {
  ;({ url, db } = own)
})

const NOW = new Date('2026-11-02T08:00:00Z')

test.runIf(PROVIDER === 'sqlite')('every connection writes ahead, syncs fully and checks foreign keys', async () => {
  for (const connection of [db.read, null]) {
    const ask = async (tx: Connections['read']) =>
      Promise.all(
        ['journal_mode', 'synchronous', 'foreign_keys'].map(
          async (name) => Object.values((await tx.$queryRawUnsafe<Array<object>>(`PRAGMA ${name}`))[0] ?? {})[0],
        ),
      )
    const [journal, synchronous, keys] = await (connection ? ask(connection) : db.write(ask))
    expect([journal, Number(synchronous), Number(keys)]).toEqual(['wal', 2, 1])
  }
})

test('a failed transaction leaves nothing behind and the next one works', async () => {
  const learner = { id: 'a', createdAt: NOW }
  await expect(
    db.write(async (tx) => {
      await tx.learner.create({ data: learner })
      throw new Error('in the middle')
    }),
  ).rejects.toThrow('in the middle')
  await db.write((tx) => tx.learner.create({ data: learner }))
  const other = await openDatabase(url)
  expect(await other.read.learner.count()).toBe(1)
  await other.close()
})

test.runIf(PROVIDER === 'sqlite')(
  'a transaction that reads first is not refused because another process wrote meanwhile: that one waits',
  async () => {
    const other = new Sqlite(fileOf(url), { timeout: 0 })
    const add = other.prepare(`INSERT INTO "Learner" ("id", "createdAt") VALUES ('b', '2026-11-02T08:00:00.000+00:00')`)
    await db.write(async (tx) => {
      await tx.learner.findMany()
      expect(() => add.run()).toThrow('locked')
      await tx.learner.create({ data: { id: 'a', createdAt: NOW } })
    })
    add.run()
    other.close()
    expect(await db.read.learner.count()).toBe(2)
  },
)

test('writes from many requests never share a transaction: what one rolls back takes nothing else along', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      db.write(async (tx) => {
        await tx.learner.create({ data: { id: `learner-${index}`, createdAt: NOW } })
        await new Promise((resolve) => setImmediate(resolve))
        if (index % 2 === 1) throw new Error('rolled back')
      }),
    ),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect((await db.read.learner.findMany()).map(({ id }) => Number(id.slice(8)) % 2)).toEqual(
    Array.from({ length: 20 }, () => 0),
  )
})

function addingLearner(id: string): Statement {
  return { sql: 'INSERT INTO "Learner" ("id", "createdAt") VALUES ($1, $2)', values: [id, NOW] }
}

async function learners(): Promise<Array<string>> {
  const sql = 'SELECT "id" FROM "Learner" ORDER BY "id"'
  return (await db.ask(z.object({ id: z.string() }), { sql, values: [] })).map(({ id }) => id)
}

test.runIf(PROVIDER === 'sqlite')(
  'statements asked and committed by hand run with the same settings as those of Prisma',
  async () => {
    for (const setting of [{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]) {
      const sql = `PRAGMA ${Object.keys(setting).join()}`
      expect(await db.ask(z.record(z.string(), z.unknown()), { sql, values: [] })).toEqual([setting])
    }
  },
)

test('what is committed by hand is what Prisma reads, dates and all, and the other way round', async () => {
  await db.commit([addingLearner('a')])
  await db.write((tx) => tx.learner.create({ data: { id: 'b', createdAt: NOW } }))
  expect(await db.read.learner.findMany()).toEqual([
    { id: 'a', createdAt: NOW },
    { id: 'b', createdAt: NOW },
  ])
  if (PROVIDER === 'postgresql') return
  const sql = 'SELECT DISTINCT typeof("createdAt") || "createdAt" AS "kept" FROM "Learner"'
  expect(await db.ask(z.object({ kept: z.string() }), { sql, values: [] })).toHaveLength(1)
})

test('a text with the character zero fails nothing: PostgreSQL can’t hold it and has a mark in its place', async () => {
  await db.commit([addingLearner('a\0b')])
  await db.write((tx) => tx.learner.create({ data: { id: 'c\0d', createdAt: NOW } }))
  const zero = PROVIDER === 'postgresql' ? '\uFFFD' : '\0'
  expect(await learners()).toEqual([`a${zero}b`, `c${zero}d`])
  expect(await db.read.learner.count({ where: { id: 'elsewhere\0' } })).toBe(0)
})

test('units that share a flush fail alone: each is done whole or not at all, and the others are on disk', async () => {
  await db.commit([addingLearner('taken')])
  const units: Array<Unit> = [
    [addingLearner('first')],
    [addingLearner('half'), addingLearner('taken')],
    [addingLearner('orphan-half'), { sql: 'INSERT INTO "Profile" VALUES ($1, 1, 0, $1)', values: ['nobody'] }],
    [addingLearner('last')],
  ]
  const outcomes = await Promise.allSettled(units.map((unit) => db.commit(unit)))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && isTaken(outcome.reason))).toEqual([
    false,
    true,
    false,
    false,
  ])
  expect(await learners()).toEqual(['first', 'last', 'taken'])
})

test.runIf(PROVIDER === 'sqlite')(
  'a statement that can’t be run fails those it shares a flush with, says so to each, and the next ones work',
  async () => {
    const outcomes = await Promise.allSettled([
      db.commit([addingLearner('a')]),
      db.commit([{ sql: 'INSERT INTO "NoSuchTable" VALUES (1)', values: [] }]),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await learners()).toEqual([])
    await db.commit([addingLearner('b')])
    expect(await learners()).toEqual(['b'])
  },
)

test('commits and transactions take turns and see each other’s work', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0
        ? db.commit([addingLearner(`learner-${index}`)])
        : db.write(async (tx) => {
            await tx.learner.create({ data: { id: `learner-${index}`, createdAt: NOW } })
            await new Promise((resolve) => setImmediate(resolve))
          }),
    ),
  )
  expect(await learners()).toHaveLength(20)
})
