import type { PrismaClient } from '../../prisma/client/client.ts'
import { providerOf } from './provider.ts'
import type { RowSchema, Statement, Unit } from './statements.server.ts'

export { isDatabaseFailure, isTaken } from './database-errors.ts'

/** What a reading function needs; a transaction serves as well. */
export type Reader = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>

/** Runs a statement written by hand in the transaction that is under way; gives how many rows it wrote. */
export type Run = (statement: Statement) => Promise<number>

/** What is done in one transaction. PostgreSQL may ask for it several times, so it must do nothing but to the database. */
export type Work<T> = (transaction: Reader, run: Run) => Promise<T>

/** One database, SQLite or PostgreSQL. A reader sees only what is committed. */
export type Database = {
  read: Reader
  /**
   * Runs the work in a transaction; what it returns is on disk. Its own reads see its own writes, and whatever else is written at the same
   * time, the outcome is as if one had been done after the other.
   */
  write: <T>(work: Work<T>) => Promise<T>
  /** Asks by a statement written by hand. Sees only what is committed, as `read` does. */
  ask: Ask
  /**
   * Does all of a unit or nothing of it; it is on disk when this resolves. Units that come together share one flush. Where it fails because
   * the connection broke off, nobody knows whether it was done.
   */
  commit: (unit: Unit) => Promise<void>
  /** Whether a transaction can be written right now. */
  isWritable: () => Promise<boolean>
  close: () => Promise<void>
}

/** What a function needs that asks by a statement of its own. */
export type Asker = Pick<Database, 'ask'>

type Ask = <T>(schema: RowSchema<T>, statement: Statement) => Promise<Array<T>>

/** Opens the database that an address names. It must have been migrated. Only what is needed is loaded: an installation uses one of the two. */
export async function openDatabase(url: string): Promise<Database> {
  if (providerOf(url) === 'sqlite') return (await import('./sqlite-database.server.ts')).openSqlite(url)
  return (await import('./postgresql-database.server.ts')).openPostgresql(url)
}
