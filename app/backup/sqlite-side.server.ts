import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { sideOf } from './side.ts'
import type { Side } from './side.ts'
import { inOrder, quoted } from './tables.ts'
import type { Kind, Table } from './tables.ts'
import { fromSqlite, toSqlite } from './values.ts'
import type { Value } from './values.ts'

/** A SQLite file as a side of a copy. */
export function sqliteSide(database: Sqlite.Database): Side {
  return sideOf<unknown>({
    ask: async (sql, values) => database.prepare<[Bound], ReadonlyArray<unknown>>(sql).raw().all(bound(values)),
    from: fromSqlite,
    to: toSqlite,
    insert: async (table, rows) => {
      const columns = table.columns.map(({ name }) => quoted(name))
      const places = columns.map((_name, place) => `$${place + 1}`)
      const insert = database.prepare<[Bound]>(
        `INSERT INTO ${quoted(table.name)} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      )
      database.transaction(() => {
        for (const row of rows) insert.run(bound(row))
      })()
    },
  })
}

type Bound = Record<string, Value>

function bound(values: ReadonlyArray<Value>): Bound {
  return Object.fromEntries(values.map((value, place) => [place + 1, value]))
}

const nameRows = z.array(z.object({ name: z.string() }))
const columnRows = z.array(z.object({ name: z.string(), type: z.string(), pk: z.number() }))
const keyRows = z.array(z.object({ table: z.string() }))

const KINDS: Record<string, Kind> = {
  TEXT: 'text',
  INTEGER: 'integer',
  BOOLEAN: 'boolean',
  DATETIME: 'date',
  BLOB: 'bytes',
}

/** The tables of a file, as it tells of itself, in an order in which they can be filled. What it keeps for its own use begins with `_`. */
export function readTables(database: Sqlite.Database): Array<Table> {
  const names = nameRows.parse(
    database.prepare(`SELECT "name" FROM sqlite_master WHERE "type" = 'table' ORDER BY "name"`).all(),
  )
  return inOrder(names.filter(({ name }) => !/^(_|sqlite_)/.test(name)).map(({ name }) => readTable(database, name)))
}

function readTable(database: Sqlite.Database, name: string): Table {
  const columns = columnRows.parse(database.pragma(`table_info(${quoted(name)})`))
  const keys = keyRows.parse(database.pragma(`foreign_key_list(${quoted(name)})`))
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, kind: kindOf(name, column) })),
    key: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
    references: [...new Set(keys.map(({ table }) => table))],
  }
}

function kindOf(table: string, { name, type }: { name: string; type: string }): Kind {
  const kind = KINDS[type.toUpperCase()]
  if (!kind) throw new Error(`Expected ${table}.${name} to be one of ${Object.keys(KINDS).join(', ')}, found ${type}`)
  return kind
}
