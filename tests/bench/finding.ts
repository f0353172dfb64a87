/** What one section of the benchmarks found. The first row of a table is its head. */
export type Finding = { title: string; tables: Array<Table>; targets: Array<Target> }

export type Table = Array<ReadonlyArray<string>>

/** `isMet`: null where it can't be judged on this machine. */
export type Target = { name: string; wanted: string; found: string; isMet: boolean | null }

/** The middle one; of an even number, the lower of the two. */
export function median(values: ReadonlyArray<number>): number {
  return quantile(values, 0.5)
}

/** The smallest value that so great a share (0 to 1) of all values does not exceed. */
export function quantile(values: ReadonlyArray<number>, share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (found === undefined) throw new RangeError('Expected at least one value')
  return found
}

/** A table as text: the first column to the left, all others to the right. */
export function tableText(table: Table): string {
  const widths: Array<number> = []
  for (const row of table) {
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, text.length)
  }
  const lines = table.map((row) =>
    row.map((text, column) => {
      const width = widths[column] ?? 0
      return column === 0 ? text.padEnd(width) : text.padStart(width)
    }),
  )
  return lines.map((cells) => `  ${cells.join('   ').trimEnd()}`).join('\n')
}

/** The targets one below the other, each with what was found. */
export function targetsText(targets: ReadonlyArray<Target>): string {
  const rows = targets.map(({ name, wanted, found, isMet }) => [verdict(isMet), name, wanted, found])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map(
      (row) =>
        `  ${row
          .map((text, column) => text.padEnd(widths[column] ?? 0))
          .join('   ')
          .trimEnd()}`,
    )
    .join('\n')
}

function verdict(isMet: boolean | null): string {
  if (isMet === null) return 'not judged'
  return isMet ? 'met' : 'MISSED'
}
