import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { isTaken } from './database-errors.ts'
import type { Database, Reader, Run, Work } from './database.server.ts'
import { sqlFor } from './dialects.ts'
import { PrismaClient } from './postgresql-client.mjs'
import { openPool } from './postgresql-connections.server.ts'
import { askAll, commitUnit, stored } from './postgresql-statements.server.ts'
import { within } from './within.ts'

const PROBE_MS = 3_000
const TRANSACTION = { isolationLevel: 'Serializable', maxWait: 10_000, timeout: 30_000 } as const

/** How often a transaction that others got in the way of is begun, and how long it waits at most in between. */
const MOST_TRIES = 100
const LONGEST_PAUSE_MS = 100

/**
 * Opens a database of PostgreSQL, on connections to read and others to write. Its transactions are serializable, which is what
 * SQLite's are by being done one after the other: one that others got in the way of is begun again.
 */
export async function openPostgresql(url: string): Promise<Database> {
  const readers = openPool(url, { pipeline: false })
  const writers = openPool(url, { pipeline: true })
  const reader = await connect(readers)
  const writer = await connect(writers)

  return {
    read: reader,
    write: (work) => serialized(writer, work),
    ask: (schema, statement) => askAll(readers, schema, statement),
    commit: (unit) => again(() => commitUnit(writers, unit)),
    // What is committed after it is on disk as far as it: so is this, which changes no row.
    isWritable: () => within(PROBE_MS, writer.$queryRaw`SELECT pg_logical_emit_message(true, 'casewright', '')::text`),
    close: async () => {
      await Promise.all([reader.$disconnect(), writer.$disconnect()])
      await Promise.all([readers, writers].map((pool) => pool.end()))
    },
  }
}

async function connect(pool: pg.Pool): Promise<PrismaClient> {
  const client = new PrismaClient({ adapter: new PrismaPg(pool) })
  await client.$connect()
  return client
}

/** A key that is taken may be so by what was committed since the transaction began, and work that looks first may then know better. */
async function serialized<T>(client: PrismaClient, work: Work<T>): Promise<T> {
  const attempt = () => again(() => client.$transaction((tx) => work(tx, running(tx)), TRANSACTION))
  try {
    return await attempt()
  } catch (error) {
    if (!isTaken(error)) throw error
    return attempt()
  }
}

/** Does something that was undone whole because others got in its way again, a little later each time. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isConflict(error) || tries === MOST_TRIES) throw error
      await pause(randomInt(Math.min(2 ** tries, LONGEST_PAUSE_MS) + 1))
    }
  }
}

const CONFLICTS = new Set<unknown>(['P2034', '40001', '40P01'])

/** Whether others got in the way of a transaction. Prisma tells of it in several ways, by what was under way. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && CONFLICTS.has(error.code)) return true
  const inner: unknown = 'meta' in error && isRecord(error.meta) ? error.meta['driverAdapterError'] : error.cause
  if (isRecord(inner) && CONFLICTS.has(inner['originalCode'])) return true
  return inner !== undefined && inner !== error && isConflict(inner)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function running(transaction: Reader): Run {
  return ({ sql, values }) => transaction.$executeRawUnsafe(sqlFor('postgresql', sql), ...values.map(stored))
}
