import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isDatabaseFailure, openDatabase } from '../../app/data/database.server.ts'
import type { Database, Reader } from '../../app/data/database.server.ts'
import { listPeople } from '../../app/data/people.server.ts'
import { addTries, findTries } from '../../app/data/rate-limits.server.ts'
import { listSessions } from '../../app/data/sessions.server.ts'
import { withOwnDatabase } from '../setup/own-database.ts'
import { stored } from '../setup/stored.ts'
import { PROVIDER } from '../setup/test-database.ts'

const NOW = new Date('2026-11-02T08:00:00.123Z')

let url: string
let db: Database
let other: Database

withOwnDatabase((own) => {
  ;({ url, db } = own)
})

beforeEach(async () => {
  other = await openDatabase(url)
})

afterEach(() => other.close())

/** Processes that write at the same time; SQLite is for one. */
function writerAt(place: number): Database {
  return PROVIDER === 'postgresql' && place % 2 === 1 ? other : db
}

/** Reads, thinks, and writes what it thought: as safe only as its transaction is. */
async function count(tx: Reader): Promise<void> {
  const kept = await tx.rateLimit.findUnique({ where: { key: 'counted' } })
  await new Promise((resolve) => setTimeout(resolve, 2))
  const points = (kept?.points ?? 0) + 1
  await tx.rateLimit.upsert({ where: { key: 'counted' }, create: { key: 'counted', points }, update: { points } })
}

test('what is read, thought about and written at once is as if one had done it after the other', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, place) => writerAt(place).write(count)))
  expect(await db.read.rateLimit.findUnique({ where: { key: 'counted' } })).toMatchObject({ points: 30 })
})

test('tries that come at once are all counted', async () => {
  const expire = new Date(NOW.getTime() + 60_000)
  const added = { key: 'network', points: 1, expire, isFresh: false, now: NOW }
  await Promise.all(Array.from({ length: 30 }, (_, place) => writerAt(place).write((tx) => addTries(tx, added))))
  expect(await findTries(other.read, 'network', NOW)).toEqual({ points: 30, expire })
})

test('lists are in one order on both databases: letters by their bytes, who was never seen last', async () => {
  const names = ['b', 'É', 'a', 'Z', 'é', 'z']
  for (const name of names) {
    const account = { email: `${name}@example.org`, name, passwordHash: '', createdAt: NOW }
    await db.write((tx) => tx.learner.create({ data: { id: name, createdAt: NOW, account: { create: account } } }))
  }
  const inOrder = await db.read.account.findMany({ orderBy: { name: 'asc' }, select: { name: true } })
  expect(inOrder.map(({ name }) => name)).toEqual(['Z', 'a', 'b', 'z', 'É', 'é'])
  const found = async (text: string) => (await listPeople(db, { text, now: NOW, from: 0, most: 9 })).people
  expect((await found('É')).map(({ name }) => name)).toEqual(['É'])
  expect((await found('Z')).map(({ name }) => name)).toEqual(['Z', 'z'])
  expect(await found('%')).toEqual([])
  const session = { learnerId: 'a', createdAt: NOW, expiresAt: new Date(NOW.getTime() + 1) }
  await db.write((tx) => tx.session.create({ data: { ...session, id: 'never' } }))
  await db.write((tx) => tx.session.create({ data: { ...session, id: 'seen', seenAt: NOW } }))
  expect((await listSessions(db.read, 'a', NOW)).map(({ id }) => id)).toEqual(['seen', 'never'])
})

test('a moment is the same to the millisecond, whichever way it was written and is read, in any time zone', async () => {
  await db.commit([{ sql: 'INSERT INTO "Learner" ("id", "createdAt") VALUES ($1, $2)', values: ['by hand', NOW] }])
  await db.write((tx) => tx.learner.create({ data: { id: 'by Prisma', createdAt: NOW } }))
  const kept = z.object({ createdAt: z.union([z.string(), z.date()]).transform((at) => new Date(at)) })
  const asked = await db.ask(kept, { sql: 'SELECT "createdAt" FROM "Learner" WHERE "createdAt" = $1', values: [NOW] })
  const read = await db.read.learner.findMany({ select: { createdAt: true } })
  expect([...asked, ...read].map(({ createdAt }) => createdAt.getTime())).toEqual(Array(4).fill(NOW.getTime()))
})

describe.runIf(PROVIDER === 'postgresql')('a server that is reached by a network', () => {
  const OWN = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'casewright' AND datname = current_database()`

  test('a connection that is cut in the middle of a transaction fails that one alone, however often', async () => {
    for (let round = 0; round < 20; round += 1) {
      const broken = db.write(async (tx) => {
        await tx.learner.create({ data: { id: `learner-${round}`, createdAt: NOW } })
        stored(url, OWN)
        await tx.learner.create({ data: { id: `more-${round}`, createdAt: NOW } })
      })
      const failure: unknown = await broken.catch((error: unknown) => error)
      expect(isDatabaseFailure(failure)).toBe(true)
      expect(await written(round)).toBe('written')
    }
    expect((await db.read.learner.findMany()).filter(({ id }) => !id.startsWith('after-'))).toEqual([])
  })

  test('a unit whose connection is cut fails, and the next ones are done', async () => {
    const sql = 'INSERT INTO "Learner" ("id", "createdAt") SELECT $1, $2 FROM pg_sleep(5)'
    const broken = db.commit([{ sql, values: ['slow', NOW] }]).catch((error: unknown) => error)
    const sleeping = `SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`
    await expect.poll(() => stored(url, sleeping).length, { timeout: 5_000 }).toBe(1)
    stored(url, OWN)
    expect(isDatabaseFailure(await broken)).toBe(true)
    expect(await written(0)).toBe('written')
    expect((await db.read.learner.findMany()).map(({ id }) => id)).toEqual(['after-0'])
  })

  /** Idle connections that were cut are found out by the first that use them, which may fail; soon none does. */
  async function written(round: number): Promise<'written' | unknown> {
    let failure: unknown
    for (let tries = 0; tries < 10; tries += 1) {
      try {
        await db.write((tx) => tx.learner.create({ data: { id: `after-${round}`, createdAt: NOW } }))
        return 'written'
      } catch (error) {
        failure = error
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    return failure
  }
})
