/** What a column holds, whichever database keeps it. */
export type Kind = 'text' | 'integer' | 'boolean' | 'date' | 'bytes'

type Column = { name: string; kind: Kind }

export type Table = {
  name: string
  columns: ReadonlyArray<Column>
  /** The columns of the primary key, in its order. */
  key: ReadonlyArray<string>
  /** The tables that its foreign keys lead to. */
  references: ReadonlyArray<string>
}

/**
 * Pure. The tables in an order in which they can be filled: each after those that its rows lead to. Throws where there is none, since tables
 * lead to each other in a circle, or one to itself.
 */
export function inOrder(tables: ReadonlyArray<Table>): Array<Table> {
  const ordered: Array<Table> = []
  const placed = new Set<string>()
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name, references }) => !placed.has(name) && references.every((one) => placed.has(one)),
    )
    if (next.length === 0) {
      const left = tables.filter(({ name }) => !placed.has(name)).map(({ name }) => name)
      throw new Error(`Expected tables that don’t lead to each other in a circle, found ${left.join(', ')}`)
    }
    for (const table of next) {
      ordered.push(table)
      placed.add(table.name)
    }
  }
  return ordered
}

/** Pure. A name as both databases take it, with capitals. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
