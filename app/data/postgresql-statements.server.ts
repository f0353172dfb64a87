import type pg from 'pg'
import { sqlFor } from './dialects.ts'
import type { RowSchema, Statement, Unit, Value } from './statements.server.ts'

/** What PostgreSQL, or the way to it, refused. `code` is SQLSTATE or that of the socket. Nothing of the address or of a row is told. */
class PostgresqlFailure extends Error {
  override name = 'PostgresqlFailure'
  readonly code: string | null

  constructor(failure: unknown) {
    super(failure instanceof Error ? failure.message : String(failure))
    this.code = failure instanceof Error && 'code' in failure ? String(failure.code) : null
  }
}

const BEGIN: Statement = { sql: 'BEGIN ISOLATION LEVEL READ COMMITTED', values: [] }
const COMMIT: Statement = { sql: 'COMMIT', values: [] }

/** Asks by a statement that each connection prepares once. */
export async function askAll<T>(pool: pg.Pool, schema: RowSchema<T>, statement: Statement): Promise<Array<T>> {
  const { rows } = await pool.query(prepared(statement)).catch(rethrow)
  return rows.map((row) => schema.parse(row))
}

/**
 * Does all of a unit or nothing of it. Its statements are sent at once, between a BEGIN and a COMMIT: after one that fails the server does
 * nothing more, and its COMMIT rolls back. Each of a unit's statements must be right by itself about what others commit meanwhile.
 */
export async function commitUnit(pool: pg.Pool, unit: Unit): Promise<void> {
  const client = await pool.connect().catch(rethrow)
  const answers = await Promise.allSettled(
    [BEGIN, ...unit, COMMIT].map((statement) => client.query(prepared(statement))),
  )
  const failed = answers.find((answer) => answer.status === 'rejected')
  client.release(failed !== undefined && !isAnswered(failed.reason))
  if (failed) rethrow(failed.reason)
}

/** Whether it was the server that said no: then the connection is as good as before. */
function isAnswered(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'ERROR'
}

function rethrow(error: unknown): never {
  throw new PostgresqlFailure(error)
}

/** By one name for each text, in which there is no value. */
const names = new Map<string, string>()

function prepared({ sql, values }: Statement): pg.QueryConfig {
  const text = sqlFor('postgresql', sql)
  const name = names.get(text) ?? `by_hand_${names.size}`
  names.set(text, name)
  return { name, text, values: values.map(stored) }
}

/** A moment as its column keeps it: in UTC, without saying so. The driver would tell it in the time zone of this machine. */
export function stored(value: Value): string | number | boolean | null {
  return value instanceof Date ? value.toISOString() : value
}
