import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'

const MOST_ROWS = 5_000
const DELIMITERS = [',', ';', '\t']

/** The most bytes that a list of people may have. */
export const MOST_BYTES = 1024 * 1024

/** One line of a list, from 1, with what stands in it. */
export type PersonRow = { line: number; email: string; name: string }

/**
 * Pure. A list of people as addresses and names, separated by commas, semicolons or tabs; a first line of headings is known by having
 * no @, and may put the name first. Says in a sentence why a file can't be read.
 */
export function readPeople(bytes: Uint8Array): { rows: Array<PersonRow> } | { problem: string } {
  if (bytes.byteLength > MOST_BYTES) return { problem: TOO_LARGE }
  const text = decode(bytes)
  if (text === null) return { problem: NOT_UTF8 }
  if (text.includes('\0')) return { problem: NOT_TEXT }
  const delimiter = delimiterOf(text)
  const records = recordsOf(text, delimiter)
  if ('problem' in records) return records
  const [first] = records
  if (!first) return { problem: 'There is nobody in this file. Each line needs an address, and may have a name.' }
  const headings = first.cells.some((cell) => cell.includes('@')) ? null : first.cells
  const rows = (headings === null ? records : records.slice(1)).map(personOf(columnsOf(headings)))
  if (rows.length > MOST_ROWS) return { problem: TOO_MANY }
  if (rows.length === 0) return { problem: 'There are headings in this file and nobody under them.' }
  return { rows }
}

/** What is said of a file with more bytes than are read. */
export const TOO_LARGE =
  'This file is larger than 1 MB, so it was not read. Split it into lists of at most 5,000 people.'
const TOO_MANY = 'There are more than 5,000 people in this file. Split it into shorter lists; nobody was invited.'
const NOT_TEXT = 'This is not a text file. In Excel or Numbers, choose “Save as” and then “CSV UTF-8”.'
const NOT_UTF8 =
  'Some letters in this file can’t be read, since it is not in UTF-8. In Excel, choose “Save as” and then “CSV UTF-8”.'

/** A byte order mark is dropped. Null for what is not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The one that the first line has most of. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? ''
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counts.sort((one, other) => other.count - one.count)[0]?.delimiter ?? ','
}

type CsvRecord = { line: number; cells: Array<string> }

function recordsOf(text: string, delimiter: string): Array<CsvRecord> | { problem: string } {
  try {
    const parsed: unknown = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      // One more than is let in, and the headings: whatever follows is not even read.
      to: MOST_ROWS + 2,
    })
    return parsedSchema
      .parse(parsed)
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (error instanceof CsvError) return { problem: quoteProblem(error) }
    throw error
  }
}

/** What csv-parse gives where it is asked for the place of each record. */
const parsedSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

function quoteProblem(error: CsvError): string {
  const line: unknown = Reflect.get(error, 'lines')
  const where = typeof line === 'number' ? `in line ${line}` : 'somewhere in this file'
  return `A quotation mark ${where} is never closed. Put it right and choose the file again.`
}

type Columns = { email: number; name: number }

function columnsOf(headings: ReadonlyArray<string> | null): Columns {
  if (headings === null) return { email: 0, name: 1 }
  const at = (sign: RegExp) => headings.findIndex((heading) => sign.test(heading))
  const email = at(/mail|address|adresse/i)
  const name = at(/name/i)
  if (email === -1) return name === 0 ? { email: 1, name: 0 } : { email: 0, name: 1 }
  return { email, name: name === -1 || name === email ? -1 : name }
}

function personOf({ email, name }: Columns) {
  return ({ line, cells }: CsvRecord): PersonRow => ({ line, email: cells[email] ?? '', name: cells[name] ?? '' })
}
