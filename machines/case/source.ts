import type { Place } from './case.ts'
import type { Problem } from './problem.ts'
import { problemAt, START_OF_FILE } from './parse/report.ts'

export const MAX_BYTES = 1_048_576

/**
 * Pure. The text of a source file, as `normaliseSource` gives it, or the problem that stops it from being read:
 * `mdx/too-large` (over 1 MiB) or `mdx/encoding` (not UTF-8, or a NUL in it).
 */
export function decodeSource(bytes: Uint8Array): { text: string } | { problem: Problem } {
  if (bytes.length > MAX_BYTES) return { problem: tooLarge(bytes.length) }
  const text = decodeUtf8(bytes)
  if (text === null) {
    return {
      problem: problemAt('mdx/encoding', START_OF_FILE, 'the file is not UTF-8', 'save it with the encoding UTF-8'),
    }
  }
  const problem = findSourceProblem(text)
  return problem ? { problem } : { text: normaliseSource(text) }
}

/**
 * Pure. The source without byte order mark and with LF line ends. The SHA-256 of this text is the version of a case, and
 * lines are counted in it.
 */
export function normaliseSource(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** Pure. What makes a text no possible source: its size, a NUL, or half a surrogate pair, which no UTF-8 file can hold. */
export function findSourceProblem(text: string): Problem | null {
  const bytes = new TextEncoder().encode(text).length
  if (bytes > MAX_BYTES) return tooLarge(bytes)
  const source = normaliseSource(text)
  const fault = /[\0\p{Surrogate}]/u.exec(source)
  if (fault === null) return null
  const found = fault[0] === '\0' ? 'a NUL character' : 'half a surrogate pair'
  return problemAt('mdx/encoding', placeAt(source, fault.index), `found ${found}, expected text`)
}

/** The line and column of an offset in a normalised source. */
function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function tooLarge(bytes: number): Problem {
  return problemAt('mdx/too-large', START_OF_FILE, `the file has ${bytes} bytes, at most ${MAX_BYTES} are allowed`)
}
