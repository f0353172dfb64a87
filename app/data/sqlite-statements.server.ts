import Sqlite from 'better-sqlite3'
import { sqlFor } from './dialects.ts'
import type { RowSchema, Statement, Unit, Value } from './statements.server.ts'

/** One connection that prepares each statement once. Set up like those of Prisma, whose format of dates it shares. */
export type Connection = {
  all: <T>(schema: RowSchema<T>, statement: Statement) => Array<T>
  /**
   * Does many units in one transaction, so that they share one flush to the disk. A unit that fails is undone alone. Throws where
   * the transaction as a whole failed: then none of them is done.
   * @returns for each unit null, or why it failed
   */
  commit: (units: ReadonlyArray<Unit>) => Array<Error | null>
  close: () => void
}

/** Opens the file of a migrated database. `timeoutMs`: how long another program's lock is waited for. */
export function connectTo(file: string, timeoutMs: number): Connection {
  const database = new Sqlite(file, { timeout: timeoutMs, fileMustExist: true })
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) database.pragma(pragma)
  const prepared = new Map<string, Sqlite.Statement<[Bound]>>()

  function prepare(sql: string) {
    const before = prepared.get(sql)
    if (before) return before
    const made = database.prepare<[Bound]>(sql)
    prepared.set(sql, made)
    return made
  }

  function control(sql: string): void {
    prepare(sql).run({})
  }

  function attempt(unit: Unit): Error | null {
    control('SAVEPOINT unit')
    try {
      for (const { sql, values } of unit) prepare(sqlFor('sqlite', sql)).run(bound(values))
      control('RELEASE unit')
      return null
    } catch (error) {
      // On a full disk SQLite has undone the whole transaction already.
      if (!isConstraint(error) || !database.inTransaction) throw error
      control('ROLLBACK TO unit')
      control('RELEASE unit')
      return error
    }
  }

  function commit(units: ReadonlyArray<Unit>): Array<Error | null> {
    control('BEGIN IMMEDIATE')
    try {
      const outcomes = units.map(attempt)
      control('COMMIT')
      return outcomes
    } finally {
      if (database.inTransaction) control('ROLLBACK')
    }
  }

  return {
    all: (schema, { sql, values }) =>
      prepare(sqlFor('sqlite', sql))
        .all(bound(values))
        .map((row) => schema.parse(row)),
    commit,
    close: () => void database.close(),
  }
}

type Bound = Record<string, string | number | null>

/** The values of a statement as SQLite takes them, by their places. */
export function bound(values: ReadonlyArray<Value>): Bound {
  return Object.fromEntries(values.map((value, place) => [place + 1, stored(value)]))
}

function stored(value: Value): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value
}

function isConstraint(error: unknown): error is Error {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
}
