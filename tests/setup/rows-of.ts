import Database from 'better-sqlite3'

type Column = { name: string; type: string; notnull: number; pk: number; dflt_value: string | null }

type ForeignKey = { id: number; table: string; from: string; to: string }

/** Columns that hold a learner's id or address without saying so to the database. */
const UNTOLD = { savedBy: 'learnerId', raterId: 'learnerId', email: 'email' } as const

/** `mark` begins every text of theirs, so that it can be found wherever it went. */
export type Owner = { learnerId: string; email: string; mark: string }

/** What a database tells of its own tables. */
type Tables = Map<string, { columns: Array<Column>; keys: Array<ForeignKey> }>

/**
 * Gives a learner a row in every table that holds something of learners, by the database's own account of its tables: those that lead
 * to `Learner` by foreign keys, and those with a column of `UNTOLD`. A table of tomorrow is filled without a change here.
 * @returns the names of those tables
 */
export function fillRowsOf(file: string, owner: Owner): Array<string> {
  const database = new Database(file)
  database.pragma('foreign_keys = ON')
  try {
    const tables = readTables(database)
    const names = ownedTables(tables)
    for (const name of names) ensureRow(database, tables, name, owner)
    return names
  } finally {
    database.close()
  }
}

/** Every column of every table with a value that holds one of these texts, as `Table.column`. */
export function findTexts(file: string, texts: ReadonlyArray<string>): Array<string> {
  const database = new Database(file, { readonly: true })
  try {
    return [...readTables(database)].flatMap(([table, { columns }]) =>
      columns.flatMap(({ name }) => {
        const values = database.prepare<[], { value: unknown }>(`SELECT "${name}" AS "value" FROM "${table}"`).all()
        return values.some(({ value }) => texts.some((text) => String(value).includes(text)))
          ? [`${table}.${name}`]
          : []
      }),
    )
  } finally {
    database.close()
  }
}

function readTables(database: Database.Database): Tables {
  const names = database
    .prepare<[], { name: string }>(
      `SELECT "name" FROM sqlite_master WHERE type = 'table' AND "name" NOT LIKE '\\_%' ESCAPE '\\'`,
    )
    .all()
  return new Map(
    names
      .filter(({ name }) => !name.startsWith('sqlite_'))
      .map(({ name }) => [
        name,
        {
          columns: database.prepare<[], Column>(`PRAGMA table_info("${name}")`).all(),
          keys: database.prepare<[], ForeignKey>(`PRAGMA foreign_key_list("${name}")`).all(),
        },
      ]),
  )
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
function ensureRow(database: Database.Database, tables: Tables, name: string, owner: Owner): void {
  const { columns, keys } = tables.get(name) ?? { columns: [], keys: [] }
  const toLearner = keys.find(({ table }) => table === 'Learner')
  const untold = columns.find((column) => column.name in UNTOLD)?.name
  const mine = toLearner ? { column: toLearner.from, value: owner.learnerId } : untoldValue(untold, owner)
  if (mine) {
    const row = database.prepare(`SELECT 1 FROM "${name}" WHERE "${mine.column}" = ?`).get(mine.value)
    if (row !== undefined) return
  }
  const values = Object.fromEntries(
    columns.flatMap((column) => {
      const value = valueFor(column, { database, tables, name, owner })
      return value === undefined ? [] : [[column.name, value]]
    }),
  )
  const quoted = Object.keys(values).map((column) => `"${column}"`)
  const sql = `INSERT INTO "${name}" (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')})`
  database.prepare(sql).run(...Object.values(values))
}

function untoldValue(column: string | undefined, owner: Owner) {
  if (column === undefined || !isUntold(column)) return null
  return { column, value: owner[UNTOLD[column]] }
}

function isUntold(column: string): column is keyof typeof UNTOLD {
  return column in UNTOLD
}

type Place = { database: Database.Database; tables: Tables; name: string; owner: Owner }

/** A value of the column's kind: a key of what it leans on, the owner's id or address, or a text by which it is found again. */
function valueFor(column: Column, { database, tables, name, owner }: Place): string | number | Buffer | undefined {
  const key = (tables.get(name)?.keys ?? []).find(({ from }) => from === column.name)
  if (key?.table === 'Learner') return owner.learnerId
  if (key) return referenced(database, tables, key, owner)
  if (isUntold(column.name)) return owner[UNTOLD[column.name]]
  if (column.type === 'INTEGER' && column.pk === 1 && name === 'RoleLens') return undefined
  if (column.type === 'INTEGER' || column.type === 'BOOLEAN') return 1
  if (column.type === 'DATETIME') return '2026-01-02T03:04:05.000+00:00'
  if (column.type === 'BLOB') return Buffer.from(owner.mark)
  return `${owner.mark}:${name}.${column.name}`
}

/** The key of the owner's row in another table, or of a row that is nobody's, made where there is none. */
function referenced(database: Database.Database, tables: Tables, key: ForeignKey, owner: Owner): string | number {
  const isOwned = ownedTables(tables).includes(key.table)
  if (isOwned) ensureRow(database, tables, key.table, owner)
  const hasLearner = (tables.get(key.table)?.columns ?? []).some(({ name }) => name === 'learnerId')
  const where = isOwned && hasLearner ? `WHERE "learnerId" = ?` : ''
  const find = () =>
    database
      .prepare<Array<string>, { value: string | number }>(`SELECT "${key.to}" AS "value" FROM "${key.table}" ${where}`)
      .get(...(where === '' ? [] : [owner.learnerId]))
  const found = find() ?? (insertNobodys(database, tables, key.table), find())
  if (!found) throw new Error(`Expected a row in ${key.table}`)
  return found.value
}

function insertNobodys(database: Database.Database, tables: Tables, name: string): void {
  const columns = tables.get(name)?.columns ?? []
  const values = columns.map(({ type, name: column }) => {
    if (type === 'DATETIME') return '2026-01-02T03:04:05.000+00:00'
    return type === 'INTEGER' || type === 'BOOLEAN' ? 0 : `shared:${column}`
  })
  database.prepare(`INSERT INTO "${name}" VALUES (${columns.map(() => '?').join(', ')})`).run(...values)
}
