import type { Provider } from './provider.ts'

// What the two databases say differently in statements that are written by hand.

/** The text of a statement: one for both databases, or one for each. */
export type Sql = string | Readonly<Record<Provider, string>>

type Dialect = {
  /** Whether a column is one of the texts in a JSON list. */
  isOneOf: (column: string, list: string) => string
  /** The objects of a JSON list as the rows of `"value"`, whose fields are told by `"value" ->> 'name'`. */
  rowsOf: (list: string) => string
  /** A moment that is told as text. */
  moment: (text: string) => string
  /** Whether a text column holds a text, be it in capitals or not. Other letters than A to Z are compared as they are. */
  holds: (column: string, text: string) => string
  /** A column whose index would be the wrong one to go by. */
  unindexed: (column: string) => string
}

const DIALECTS: Record<Provider, Dialect> = {
  sqlite: {
    isOneOf: (column, list) => `${column} IN (SELECT "value" FROM json_each(${list}))`,
    rowsOf: (list) => `json_each(${list})`,
    moment: (text) => text,
    holds: (column, text) => `instr(lower(${column}), lower(${text})) > 0`,
    unindexed: (column) => `+${column}`,
  },
  postgresql: {
    isOneOf: (column, list) => `${column} = ANY (ARRAY(SELECT json_array_elements_text(CAST(${list} AS json))))`,
    rowsOf: (list) => `json_array_elements(CAST(${list} AS json)) AS "row" ("value")`,
    moment: (text) => `CAST(${text} AS TIMESTAMP)`,
    holds: (column, text) => `strpos(lower(${column}), lower(${text} COLLATE "C")) > 0`,
    // It goes by how many rows there are.
    unindexed: (column) => column,
  },
}

/** Pure. A statement for each database, written once with what each of them says. */
export function inBoth(write: (dialect: Dialect) => string): Sql {
  return { sqlite: write(DIALECTS.sqlite), postgresql: write(DIALECTS.postgresql) }
}

/** Pure. The text of a statement for one of them. */
export function sqlFor(provider: Provider, sql: Sql): string {
  return typeof sql === 'string' ? sql : sql[provider]
}
