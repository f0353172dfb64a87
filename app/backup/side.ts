import { quoted } from './tables.ts'
import type { Kind, Table } from './tables.ts'
import type { Row, Value } from './values.ts'

/** A database from which rows are copied, or into which. Rows come in the order of their table's primary key, the same on both sides. */
export type Side = {
  count: (table: Table) => Promise<number>
  /** Up to `most` rows whose key comes after that of a row; from the beginning where it is null. */
  read: (table: Table, after: Row | null, most: number) => Promise<Array<Row>>
  /** The row with the last key; null where there is none. */
  last: (table: Table) => Promise<Row | null>
  /** Adds rows, all or none. */
  add: (table: Table, rows: ReadonlyArray<Row>) => Promise<void>
}

/** What differs between databases; statements have `$1`, `$2`, … in the order of their values. */
type Dialect<Kept> = {
  ask: (sql: string, values: ReadonlyArray<Value>) => Promise<Array<ReadonlyArray<Kept>>>
  /** A value of a column as it came from the database. Throws where it is none of this kind. */
  from: (kind: Kind, kept: Kept) => Value
  to: (kind: Kind, value: Value) => Value
  insert: (table: Table, rows: ReadonlyArray<Row>) => Promise<void>
}

/** A side, made of what its database has of its own. What can't be read or written is thrown with the names of table and column. */
export function sideOf<Kept>({ ask, from, to, insert }: Dialect<Kept>): Side {
  function convert<From>(table: Table, row: ReadonlyArray<From>, one: (kind: Kind, value: From) => Value): Row {
    return table.columns.map(({ name, kind }, place) => {
      const value = row[place]
      if (value === undefined) throw new Error(`Expected a value of ${table.name}.${name}, found none`)
      try {
        return one(kind, value)
      } catch (error) {
        throw new Error(`${table.name}.${name}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      }
    })
  }

  async function select(table: Table, end: string, values: ReadonlyArray<Value>): Promise<Array<Row>> {
    const columns = table.columns.map(({ name }) => quoted(name)).join(', ')
    const rows = await ask(`SELECT ${columns} FROM ${quoted(table.name)} ${end}`, values)
    return rows.map((row) => convert(table, row, from))
  }

  return {
    count: async (table) => Number((await ask(`SELECT count(*) FROM ${quoted(table.name)}`, []))[0]?.[0] ?? 0),
    read: (table, after, most) => {
      const key = table.key.map(quoted).join(', ')
      const values = after === null ? [] : keyOf(table, convert(table, after, to))
      const places = values.map((_value, place) => `$${place + 1}`).join(', ')
      const where = after === null ? '' : `WHERE (${key}) > (${places})`
      return select(table, `${where} ORDER BY ${key} LIMIT ${most}`, values)
    },
    last: async (table) => {
      const key = table.key.map((name) => `${quoted(name)} DESC`).join(', ')
      return (await select(table, `ORDER BY ${key} LIMIT 1`, []))[0] ?? null
    },
    add: (table, rows) =>
      insert(
        table,
        rows.map((row) => convert(table, row, to)),
      ),
  }
}

/** The values of a row's key. */
function keyOf(table: Table, row: Row): Array<Value> {
  return table.key.map((name) => row[table.columns.findIndex((column) => column.name === name)] ?? null)
}
