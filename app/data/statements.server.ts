import { z } from 'zod'
import type { Sql } from './dialects.ts'

// Statements written by hand, for the way of a decision alone: there Prisma costs several times what the database itself does.

/** A value for a place in a statement. */
export type Value = string | number | boolean | null | Date

/** One SQL statement with `$1`, `$2`, … in the order of its values. The text is prepared once: it must not hold any value. */
export type Statement = { sql: Sql; values: ReadonlyArray<Value> }

/** Statements that are all done or none of them. */
export type Unit = ReadonlyArray<Statement>

/** Reads one row into plain data; each column is as the database keeps it. */
export type RowSchema<T> = z.ZodType<T>

/** A column that Prisma calls `DateTime`, as a date. */
export const dateColumn = z.union([z.string(), z.date()]).transform((kept) => new Date(kept))

/** A column that Prisma calls `Boolean`, or a condition in a statement. */
export const flagColumn = z.union([z.number(), z.boolean()]).transform(Boolean)
