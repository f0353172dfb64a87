import { stored } from './stored.ts'
import { tablesOf } from './tables-of.ts'
import type { Table } from './tables-of.ts'

type ForeignKey = { table: string; from: string; to: string }

/** Columns that hold a learner's id or address without saying so to the database. */
const UNTOLD = { savedBy: 'learnerId', raterId: 'learnerId', email: 'email' } as const

/** `mark` begins every text of theirs, so that it can be found wherever it went. */
export type Owner = { learnerId: string; email: string; mark: string }

/** What a database tells of its own tables. */
type Tables = Map<string, { columns: Array<{ name: string; type: string }>; keys: Array<ForeignKey> }>

type Place = { url: string; tables: Tables; name: string; owner: Owner }

/**
 * Gives a learner a row in every table that holds something of learners, by the database's own account of its tables: those that lead
 * to `Learner` by foreign keys, and those with a column of `UNTOLD`. A table of tomorrow is filled without a change here.
 * @returns the names of those tables
 */
export async function fillRowsOf(url: string, owner: Owner): Promise<Array<string>> {
  const tables = await readTables(url)
  const names = ownedTables(tables)
  for (const name of names) ensureRow({ url, tables, name, owner })
  return names
}

/** Every column of every table with a value that holds one of these texts, as `Table.column`. */
export async function findTexts(url: string, texts: ReadonlyArray<string>): Promise<Array<string>> {
  return [...(await readTables(url))].flatMap(([table, { columns }]) => {
    const rows = stored<Record<string, unknown>>(url, `SELECT * FROM "${table}"`)
    const isFound = (name: string) => rows.some((row) => texts.some((text) => String(row[name]).includes(text)))
    return columns.flatMap(({ name }) => (isFound(name) ? [`${table}.${name}`] : []))
  })
}

async function readTables(url: string): Promise<Tables> {
  return new Map(Object.entries(await tablesOf(url)).map(([name, table]) => [name, told(table)]))
}

function told({ columns, references }: Table) {
  return {
    columns: Object.entries(columns).map(([name, { type }]) => ({ name, type })),
    keys: references.flatMap(({ columns: from, table, to }) =>
      from.map((column, place) => ({ table, from: column, to: to[place] ?? '' })),
    ),
  }
}

/** Tables that hang off `Learner`, directly or by another one, and those that hold an id or address of people untold. */
function ownedTables(tables: Tables): Array<string> {
  const owned = new Set(['Learner'])
  for (let before = 0; before < owned.size;) {
    before = owned.size
    for (const [name, { keys, columns }] of tables) {
      if (keys.some(({ table }) => owned.has(table)) || columns.some((column) => column.name in UNTOLD)) owned.add(name)
    }
  }
  return [...owned].filter((name) => name !== 'Learner')
}

/** Makes sure that a table has a row of the owner, with all that it leans on. */
function ensureRow(place: Place): void {
  const { url, tables, name, owner } = place
  const { columns, keys } = tables.get(name) ?? { columns: [], keys: [] }
  const toLearner = keys.find(({ table }) => table === 'Learner')
  const untold = columns.find((column) => column.name in UNTOLD)?.name
  const mine = toLearner ? { column: toLearner.from, value: owner.learnerId } : untoldValue(untold, owner)
  if (mine && stored(url, `SELECT 1 FROM "${name}" WHERE "${mine.column}" = ?`, mine.value).length > 0) return
  const values = Object.fromEntries(
    columns.flatMap((column) => {
      const value = valueFor(column, place)
      return value === undefined ? [] : [[column.name, value]]
    }),
  )
  insert(url, name, values)
}

function insert(url: string, name: string, values: Record<string, string | number | Buffer>): void {
  const columns = Object.keys(values).map((column) => `"${column}"`)
  const sql = `INSERT INTO "${name}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  stored(url, sql, ...Object.values(values))
}

function untoldValue(column: string | undefined, owner: Owner) {
  if (column === undefined || !isUntold(column)) return null
  return { column, value: owner[UNTOLD[column]] }
}

function isUntold(column: string): column is keyof typeof UNTOLD {
  return column in UNTOLD
}

/** A value of the column's kind: a key of what it leans on, the owner's id or address, or a text by which it is found again. */
function valueFor(column: { name: string; type: string }, place: Place): string | number | Buffer | undefined {
  const { tables, name, owner } = place
  const key = (tables.get(name)?.keys ?? []).find(({ from }) => from === column.name)
  if (key?.table === 'Learner') return owner.learnerId
  if (key) return referenced(key, place)
  if (isUntold(column.name)) return owner[UNTOLD[column.name]]
  // Its number is given by the database.
  if (column.name === 'id' && column.type === 'integer') return undefined
  if (column.type === 'integer' || column.type === 'boolean') return 1
  if (column.type === 'datetime') return '2026-01-02T03:04:05.000+00:00'
  if (column.type === 'blob') return Buffer.from(owner.mark)
  return `${owner.mark}:${name}.${column.name}`
}

/** The key of the owner's row in another table, or of a row that is nobody's, made where there is none. */
function referenced(key: ForeignKey, { url, tables, owner }: Place): string | number {
  const isOwned = ownedTables(tables).includes(key.table)
  if (isOwned) ensureRow({ url, tables, name: key.table, owner })
  const hasLearner = (tables.get(key.table)?.columns ?? []).some(({ name }) => name === 'learnerId')
  const ofOwner = isOwned && hasLearner ? [owner.learnerId] : []
  const where = ofOwner.length > 0 ? `WHERE "learnerId" = ?` : ''
  const sql = `SELECT "${key.to}" AS "value" FROM "${key.table}" ${where}`
  const find = () => stored<{ value: string | number }>(url, sql, ...ofOwner)[0]
  const found = find() ?? (insertNobodys(url, tables, key.table), find())
  if (!found) throw new Error(`Expected a row in ${key.table}`)
  return found.value
}

function insertNobodys(url: string, tables: Tables, name: string): void {
  const columns = tables.get(name)?.columns ?? []
  insert(url, name, Object.fromEntries(columns.map(({ type, name: column }) => [column, nobodys(type, column)])))
}

function nobodys(type: string, column: string): string | number {
  if (type === 'datetime') return '2026-01-02T03:04:05.000+00:00'
  return type === 'integer' || type === 'boolean' ? 0 : `shared:${column}`
}
