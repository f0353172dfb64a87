import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { z } from 'zod'

/** A table as both databases can tell of it. Lists of columns are in their own order, lists of lists are sorted. */
export type Table = {
  columns: Record<string, { type: string; isRequired: boolean; default: string | null }>
  primaryKey: Array<string>
  unique: Array<Array<string>>
  indexes: Array<Array<string>>
  references: Array<{ columns: Array<string>; table: string; to: Array<string>; onDelete: string }>
}

const list = z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json)))

const columnRow = z.object({
  table: z.string(),
  name: z.string(),
  type: z.string(),
  isRequired: z.coerce.boolean(),
  default: z.string().nullable(),
})
const keyRow = z.object({ table: z.string(), kind: z.enum(['primary', 'unique', 'index']), columns: list })
const referenceRow = z.object({
  table: z.string(),
  columns: list,
  other: z.string(),
  to: list,
  onDelete: z.string(),
})

/** `pragma_*` as tables, so that each question is one statement. */
const OF_SQLITE = {
  columns: `SELECT t."name" AS "table", c."name", c."type", c."notnull" OR c."pk" AS "isRequired", c."dflt_value" AS "default"
    FROM sqlite_master t, pragma_table_info(t."name") c WHERE t."type" = 'table'`,
  keys: `SELECT t."name" AS "table",
      CASE WHEN i."origin" = 'pk' THEN 'primary' WHEN i."unique" THEN 'unique' ELSE 'index' END AS "kind",
      (SELECT json_group_array(c."name") FROM pragma_index_info(i."name") c) AS "columns"
    FROM sqlite_master t, pragma_index_list(t."name") i WHERE t."type" = 'table'
    UNION ALL SELECT t."name", 'primary', json_array(c."name")
    FROM sqlite_master t, pragma_table_info(t."name") c WHERE t."type" = 'table' AND c."pk" = 1 AND c."type" = 'INTEGER'
      AND (SELECT MAX(p."pk") FROM pragma_table_info(t."name") p) = 1`,
  references: `SELECT t."name" AS "table", json_group_array(f."from") AS "columns", f."table" AS "other",
      json_group_array(f."to") AS "to", f."on_delete" AS "onDelete"
    FROM sqlite_master t, pragma_foreign_key_list(t."name") f WHERE t."type" = 'table' GROUP BY t."name", f."id"`,
}

const OF_POSTGRESQL = {
  columns: `SELECT table_name AS "table", column_name AS "name", data_type AS "type", is_nullable = 'NO' AS "isRequired",
      column_default AS "default"
    FROM information_schema.columns WHERE table_schema = 'public'`,
  keys: `SELECT t.relname AS "table",
      CASE WHEN i.indisprimary THEN 'primary' WHEN i.indisunique THEN 'unique' ELSE 'index' END AS "kind",
      (SELECT json_agg(a.attname ORDER BY k.place)::text FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) AS "columns"
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE t.relnamespace = 'public'::regnamespace`,
  references: `SELECT t.relname AS "table", o.relname AS "other",
      (SELECT json_agg(a.attname ORDER BY k.place)::text FROM unnest(c.conkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) AS "columns",
      (SELECT json_agg(a.attname ORDER BY k.place)::text FROM unnest(c.confkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = k.number) AS "to",
      CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END AS "onDelete"
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid
    WHERE c.contype = 'f'`,
}

const SAME_TYPE: Record<string, string> = {
  'timestamp without time zone': 'datetime',
  bytea: 'blob',
}

type Ask = (sql: string) => Promise<Array<unknown>>

/** The tables of a database, but for those that it keeps for itself. */
export async function tablesOf(url: string): Promise<Record<string, Table>> {
  if (url.startsWith('file:')) {
    const database = new Sqlite(url.replace(/^file:/, ''), { readonly: true })
    try {
      return await readTables(async (sql) => database.prepare(sql).all(), OF_SQLITE)
    } finally {
      database.close()
    }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await readTables(async (sql) => (await client.query(sql)).rows, OF_POSTGRESQL)
  } finally {
    await client.end()
  }
}

async function readTables(ask: Ask, questions: typeof OF_SQLITE): Promise<Record<string, Table>> {
  const tables: Record<string, Table> = {}
  for (const { table, name, type, ...column } of z.array(columnRow).parse(await ask(questions.columns))) {
    if (/^(_|sqlite_)/.test(table)) continue
    tables[table] ??= { columns: {}, primaryKey: [], unique: [], indexes: [], references: [] }
    const kind = SAME_TYPE[type] ?? type.toLowerCase()
    tables[table].columns[name] = { ...column, type: kind, default: plainDefault(column.default) }
  }
  for (const { table, kind, columns } of z.array(keyRow).parse(await ask(questions.keys))) {
    if (kind === 'primary') tables[table]?.primaryKey.push(...columns)
    else tables[table]?.[kind === 'unique' ? 'unique' : 'indexes'].push(columns)
  }
  for (const { table, other, ...reference } of z.array(referenceRow).parse(await ask(questions.references))) {
    tables[table]?.references.push({ ...reference, table: other })
  }
  for (const { unique, indexes, references } of Object.values(tables)) {
    for (const lists of [unique, indexes, references])
      lists.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  return tables
}

/** A number that is given by itself is no default of the schema. */
function plainDefault(written: string | null): string | null {
  return written === null || written.startsWith('nextval(') ? null : written.replace(/::\w+$/, '')
}
