/** The stretch in which two texts differ: the line where it begins, from 1, and what each has there. */
export type Difference = { line: number; mine: string; theirs: string }

/** Lines that are shown before and after a difference. */
const AROUND = 1

/** Pure. What is left of two texts without the lines that they begin and end with alike. */
export function differingLines(mine: string, theirs: string): Difference {
  const one = mine.split('\n')
  const other = theirs.split('\n')
  const least = Math.min(one.length, other.length)
  let start = 0
  while (start < least && one[start] === other[start]) start += 1
  let end = 0
  while (end < least - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  const from = Math.max(0, start - AROUND)
  const cut = (lines: Array<string>) =>
    lines.slice(from, Math.min(lines.length, lines.length - end + AROUND)).join('\n')
  return { line: start + 1, mine: cut(one), theirs: cut(other) }
}
