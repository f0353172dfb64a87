import { stringify } from 'csv-stringify/sync'

/** A number is written as it is, null as an empty cell. */
export type Cell = string | number | null

/**
 * Pure. A table as CSV that spreadsheets open with all its letters: UTF-8 with a byte order mark, CRLF. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front.
 */
export function toCsv(headings: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<Cell>>): string {
  return stringify(
    [headings, ...rows].map((row) => [...row]),
    {
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  )
}

/** A table as a file to be kept by whoever asked; nobody else may keep it. */
export function csvResponse(name: string, csv: string): Response {
  const file =
    name
      .normalize('NFKD')
      .replace(/[^a-zA-Z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase() || 'table'
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
