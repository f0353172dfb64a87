import { statSync } from 'node:fs'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient } from '../../prisma/client/client.ts'
import { isTaken } from './database-errors.ts'
import type { Database, Reader, Run, Work } from './database.server.ts'
import { sqlFor } from './dialects.ts'
import { connectTo } from './sqlite-statements.server.ts'
import type { Connection } from './sqlite-statements.server.ts'
import type { Unit, Value } from './statements.server.ts'
import { within } from './within.ts'

type Waiting = { unit: Unit; resolve: () => void; reject: (error: unknown) => void }

/** How long another program's lock is waited for. SQLite waits with the whole process, so it must not be long. */
const BUSY_MS = 1_000
const PROBE_MS = 3_000

/**
 * Opens the file that a `file:` address names, on two connections to read and two to write. All that is written takes its turn, one
 * transaction after the other: on a single connection SQLite would let a statement of one request fall into the open transaction of
 * another, and a roll-back would take along what had been acknowledged.
 */
export async function openSqlite(url: string): Promise<Database> {
  const file = url.replace(/^file:/, '')
  const reader = await connect(url)
  const asked = connectTo(file, BUSY_MS)
  let writer = await connect(url)
  let committer = connectTo(file, BUSY_MS)
  const opened = fileId(file)
  const waiting: Array<Waiting> = []
  let turn: Promise<unknown> = Promise.resolve()

  /** All that writes takes its turn here, whichever connection it writes on. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work)
    turn = result.catch(() => {})
    return result
  }

  // A file that was moved away stays open, and what is written to it would be acknowledged and lost.
  function expectFile(): void {
    if (fileId(file) !== opened)
      throw new DatabaseMissing(`Expected the database at ${file}, found it gone or replaced`)
  }

  /**
   * A transaction that failed for another reason than a taken key may have left its connection in the middle of something, on a
   * full disk for example: the next one starts on a fresh connection.
   */
  async function run<T>(work: Work<T>): Promise<T> {
    expectFile()
    try {
      return await writer.$transaction((tx) => lockFirst(tx).then(() => work(tx, running(tx))), { timeout: 30_000 })
    } catch (error) {
      if (!isTaken(error)) {
        const failed = writer
        writer = await connect(url)
        await failed.$disconnect()
      }
      throw error
    }
  }

  /** Commits what has gathered, when all that has arrived meanwhile has been read. */
  async function flush(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    const gathered = waiting.splice(0)
    const outcomes = commitAll(gathered.map(({ unit }) => unit))
    for (const [place, { resolve, reject }] of gathered.entries()) {
      const failed = outcomes[place]
      if (failed) reject(failed)
      else resolve()
    }
  }

  function commitAll(units: ReadonlyArray<Unit>): Array<Error | null> {
    try {
      expectFile()
      return committer.commit(units)
    } catch (error) {
      if (!(error instanceof DatabaseMissing)) committer = reconnected(committer, file)
      return units.map(() => (error instanceof Error ? error : new Error(String(error))))
    }
  }

  function commit(unit: Unit): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({ unit, resolve, reject })
      if (waiting.length === 1) void inTurn(flush)
    })
  }

  return {
    read: reader,
    write: (work) => inTurn(() => run(work)),
    ask: async (schema, statement) => asked.all(schema, statement),
    commit,
    isWritable: () =>
      within(
        PROBE_MS,
        inTurn(() => run(probe)),
      ),
    close: async () => {
      await turn
      for (const connection of [asked, committer]) connection.close()
      await Promise.all([reader.$disconnect(), writer.$disconnect()])
    },
  }
}

/**
 * Takes the lock for writing before anything is read. SQLite refuses a transaction at once that has read before another process wrote, and
 * waits for the lock only where nothing has been read yet.
 */
async function lockFirst(transaction: Reader): Promise<void> {
  await transaction.$executeRaw`DELETE FROM "Withdrawal" WHERE FALSE`
}

/** A fresh connection, or the failed one where none can be had just now. */
function reconnected(failed: Connection, file: string): Connection {
  try {
    const fresh = connectTo(file, BUSY_MS)
    failed.close()
    return fresh
  } catch {
    return failed
  }
}

/** Prisma passes a statement on as it is, and better-sqlite3 takes a list of values for `?` alone. */
function running(transaction: Reader): Run {
  return ({ sql, values }) => {
    const given = new Array<Value>()
    const text = sqlFor('sqlite', sql).replaceAll(/\$(\d+)/g, (_, place) => {
      given.push(values[Number(place) - 1] ?? null)
      return '?'
    })
    return transaction.$executeRawUnsafe(text, ...given)
  }
}

class DatabaseMissing extends Error {
  override name = 'DatabaseMissing'
}

function fileId(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.ino ?? null
}

async function connect(url: string): Promise<PrismaClient> {
  const client = new PrismaClient({ adapter: sqliteAdapter(url) })
  await client.$connect()
  return client
}

/** Writes the one number in the file that nothing else uses. */
async function probe(transaction: Reader): Promise<true> {
  await transaction.$executeRaw`PRAGMA user_version = 1`
  return true
}

/** Set on every connection, since the defaults differ between builds. FULL: what is acknowledged survives a power cut. */
function sqliteAdapter(url: string): SqlDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url, timeout: BUSY_MS })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect()
      await adapter.executeScript('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;')
      return adapter
    },
  }
}
