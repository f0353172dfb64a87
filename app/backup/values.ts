import type { Kind } from './tables.ts'

/** A value as neither database has it but both can give and take it. A date is text, as `Date.toISOString` writes it. */
export type Value = string | number | boolean | Uint8Array | null

/** The values of a table's columns, in their order. */
export type Row = ReadonlyArray<Value>

/** Pure. A value as SQLite keeps it. SQLite takes anything for any column: throws where it is not what the column says. */
export function fromSqlite(kind: Kind, kept: unknown): Value {
  if (kept === null) return null
  switch (kind) {
    case 'text':
      if (typeof kept === 'string') return kept
      break
    case 'integer':
      if (Number.isSafeInteger(kept)) return Number(kept)
      break
    case 'boolean':
      if (kept === 0 || kept === 1) return kept === 1
      break
    case 'date':
      if (typeof kept === 'string' && !Number.isNaN(Date.parse(kept))) return new Date(kept).toISOString()
      break
    case 'bytes':
      if (kept instanceof Uint8Array) return kept
      break
  }
  throw new Error(`Expected ${kind}, found ${typeof kept === 'string' ? `"${kept.slice(0, 40)}"` : String(kept)}`)
}

/** Pure. As Prisma writes it. */
export function toSqlite(kind: Kind, value: Value): string | number | Uint8Array | null {
  if (kind === 'date' && typeof value === 'string') return value.replace('Z', '+00:00')
  return typeof value === 'boolean' ? Number(value) : value
}

/** Pure. A value from the text in which PostgreSQL sends it. */
export function fromPostgresql(kind: Kind, sent: string | null): Value {
  if (sent === null) return null
  switch (kind) {
    case 'text':
      return sent
    case 'integer':
      return Number(sent)
    case 'boolean':
      return sent === 't'
    case 'date':
      return new Date(`${sent.replace(' ', 'T')}Z`).toISOString()
    case 'bytes':
      return Buffer.from(sent.slice(2), 'hex')
  }
}

/** Pure. Throws on the one character that SQLite keeps and PostgreSQL can't. */
export function toPostgresql(_kind: Kind, value: Value): Value {
  if (typeof value === 'string' && value.includes('\0')) {
    throw new Error('Expected text that PostgreSQL can keep, found a zero character in it')
  }
  return value
}

/** Pure. One line of text for a row, the same whichever database it came from. */
export function lineOf(row: Row): string {
  const plain = row.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value))
  return `${JSON.stringify(plain)}\n`
}
