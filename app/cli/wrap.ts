import { visible, widthOf } from './terminal.ts'
import type { Paint, Style } from './terminal.ts'

/** A piece of running text in one style; a line break where `text` is a newline. */
export type Piece = { text: string; style: Style | null }

/** Pure. Lines of at most so many columns, broken at white space; a word that is longer is broken within. */
export function wrapPieces(pieces: ReadonlyArray<Piece>, width: number, paint: Paint): Array<string> {
  const lines: Array<string> = []
  let line = ''
  let used = 0
  let isAfterSpace = false

  function end(): void {
    lines.push(line)
    line = ''
    used = 0
    isAfterSpace = false
  }

  for (const word of glued(pieces)) {
    if (word === 'break') end()
    else if (word === 'space') isAfterSpace = used > 0
    else {
      const space = isAfterSpace ? 1 : 0
      if (used > 0 && used + space + lengthOf(word) > width) end()
      if (isAfterSpace && used > 0) {
        line += ' '
        used += 1
      }
      isAfterSpace = false
      for (const piece of brokenAt(word, width)) {
        if (used + widthOf(piece.text) > width) end()
        line += piece.style === null ? piece.text : paint(piece.style, piece.text)
        used += widthOf(piece.text)
      }
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** Pure. The same for text in one style. */
export function wrapText(text: string, width: number): Array<string> {
  return wrapPieces([{ text, style: null }], width, (_, plain) => plain)
}

/** Words, of which one may change its style within. */
function glued(pieces: ReadonlyArray<Piece>): Array<Array<Piece> | 'space' | 'break'> {
  const words: Array<Array<Piece> | 'space' | 'break'> = []
  for (const { text, style } of pieces) {
    for (const part of text.split(/(\n|[ \t]+)/)) {
      if (part === '') continue
      if (part === '\n') words.push('break')
      else if (/^[ \t]+$/.test(part)) words.push('space')
      else {
        const last = words.at(-1)
        const piece = { text: visible(part), style }
        if (Array.isArray(last)) last.push(piece)
        else words.push([piece])
      }
    }
  }
  return words
}

function lengthOf(word: ReadonlyArray<Piece>): number {
  return word.reduce((sum, { text }) => sum + widthOf(text), 0)
}

function brokenAt(word: ReadonlyArray<Piece>, width: number): Array<Piece> {
  if (lengthOf(word) <= width) return [...word]
  return word.flatMap(({ text, style }) => [...text].map((character) => ({ text: character, style })))
}
