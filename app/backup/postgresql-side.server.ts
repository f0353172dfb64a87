import type pg from 'pg'
import { sideOf } from './side.ts'
import type { Side } from './side.ts'
import { quoted } from './tables.ts'
import type { Kind } from './tables.ts'
import { fromPostgresql, toPostgresql } from './values.ts'
import type { Value } from './values.ts'

const ARRAYS: Record<Kind, string> = {
  text: 'text[]',
  integer: 'integer[]',
  boolean: 'boolean[]',
  date: 'timestamp(3)[]',
  bytes: 'bytea[]',
}

/** What the library makes of dates depends on the time zone of the process: here everything stays the text that was sent. */
const AS_TEXT = { getTypeParser: () => (sent: string) => sent }

/** A database of PostgreSQL as a side of a copy. */
export function postgresqlSide(client: pg.Client): Side {
  return sideOf<string | null>({
    ask: async (sql, values) => {
      const query = { text: sql, values: [...values], rowMode: 'array' as const, types: AS_TEXT }
      return (await client.query<Array<string | null>>(query)).rows
    },
    from: fromPostgresql,
    to: toPostgresql,
    insert: async (table, rows) => {
      const columns = table.columns.map(({ name }) => quoted(name)).join(', ')
      const places = table.columns.map(({ kind }, place) => `$${place + 1}::${ARRAYS[kind]}`).join(', ')
      const values: Array<Array<Value>> = table.columns.map((_column, place) => rows.map((row) => row[place] ?? null))
      await client.query(`INSERT INTO ${quoted(table.name)} (${columns}) SELECT * FROM unnest(${places})`, values)
    },
  })
}
