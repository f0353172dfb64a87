import { visible, widthOf } from './terminal.ts'

/** How much of a long line stands before the place that it is about. */
const LEAD = 2 / 3

/** A line of a source, cut to fit, and how far to the right of its beginning a place in it stands. */
export type Excerpt = { text: string; indent: number }

/**
 * Pure. The part of a line that is about a column (from 1, in UTF-16 units), on at most so many columns of a terminal. Nothing
 * in it moves the cursor.
 */
export function excerptOf(line: string, column: number, width: number): Excerpt {
  const at = Math.min(column - 1, line.length)
  const before = visible(line.slice(0, at))
  const after = visible(line.slice(at))
  const cutBefore = widthOf(before) + widthOf(after) > width ? lastColumns(before, Math.floor(width * LEAD)) : before
  const indent = widthOf(cutBefore)
  return { text: cutBefore + firstColumns(after, width - indent), indent }
}

function firstColumns(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 1
  for (const character of text) {
    used += widthOf(character)
    if (used > width) break
    kept += character
  }
  return `${kept}…`
}

function lastColumns(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const characters = [...text]
  let start = characters.length
  let used = 1
  while (start > 0 && used + widthOf(characters[start - 1] ?? '') <= width) {
    start -= 1
    used += widthOf(characters[start] ?? '')
  }
  return `…${characters.slice(start).join('')}`
}
