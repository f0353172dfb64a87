import { createHash } from 'node:crypto'
import type { Side } from './side.ts'
import type { Table } from './tables.ts'
import { lineOf } from './values.ts'
import type { Row } from './values.ts'

/** How far a long job is: rows (or pages) done, of how many, and which table it is at. */
export type OnProgress = (done: number, total: number, name: string) => void

export type Digest = { table: string; rows: number; sha256: string }

const FIRST_ROWS = 16
const MOST_ROWS = 2_000
/** Some rows hold an image of two megabytes, others twenty letters. */
const BATCH_CHARACTERS = 1_000_000

/**
 * Copies the rows of all tables, in the order in which they are given. It goes on where the target's rows end, so that a copy which was
 * broken off is finished by the same call; that the rows before are the same is for `differences` to find out.
 */
export async function copyTables(tables: ReadonlyArray<Table>, from: Side, to: Side, tell: OnProgress): Promise<void> {
  const total = await countAll(tables, from)
  let done = await countAll(tables, to)
  for (const table of tables) {
    for await (const rows of batches(from, table, await to.last(table))) {
      await to.add(table, rows)
      done += rows.length
      tell(done, total, table.name)
    }
  }
}

/** How many rows each table has and a digest of them, the same for the same rows in either database. */
export async function digestTables(tables: ReadonlyArray<Table>, side: Side, tell: OnProgress): Promise<Array<Digest>> {
  const total = await countAll(tables, side)
  let done = 0
  const digests: Array<Digest> = []
  for (const table of tables) {
    const before = done
    const hash = createHash('sha256')
    for await (const rows of batches(side, table, null)) {
      for (const row of rows) hash.update(lineOf(row))
      done += rows.length
      tell(done, total, table.name)
    }
    digests.push({ table: table.name, rows: done - before, sha256: hash.digest('hex') })
  }
  return digests
}

/** Pure. A sentence for each table that is not the same in both. */
export function differences(expected: ReadonlyArray<Digest>, found: ReadonlyArray<Digest>): Array<string> {
  const names = new Set([...expected, ...found].map(({ table }) => table))
  return [...names].flatMap((name) => {
    const [one, other] = [expected, found].map((digests) => digests.find(({ table }) => table === name))
    if (one?.sha256 === other?.sha256 && one?.rows === other?.rows) return []
    if (!one || !other) return [`${name}: expected ${one ? 'this table, found none' : 'no such table, found one'}`]
    if (one.rows !== other.rows) return [`${name}: expected ${one.rows} rows, found ${other.rows}`]
    return [`${name}: ${one.rows} rows, but not the same`]
  })
}

/** All rows after one, in batches that are neither many nor large. */
async function* batches(side: Side, table: Table, start: Row | null): AsyncGenerator<Array<Row>> {
  let most = FIRST_ROWS
  for (let after = start; ;) {
    const rows = await side.read(table, after, most)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last
    const each = rows.reduce((sum, row) => sum + sizeOf(row), 0) / rows.length
    most = Math.max(1, Math.min(MOST_ROWS, most * 4, Math.floor(BATCH_CHARACTERS / each)))
  }
}

function sizeOf(row: Row): number {
  return row.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8),
    0,
  )
}

async function countAll(tables: ReadonlyArray<Table>, side: Side): Promise<number> {
  let total = 0
  for (const table of tables) total += await side.count(table)
  return total
}
