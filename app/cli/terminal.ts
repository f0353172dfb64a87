import { styleText } from 'node:util'

export type Style = Parameters<typeof styleText>[0]

/** Sets a text in a style, or leaves it as it is where no colours are wanted. */
export type Paint = (style: Style, text: string) => string

/** Colours for a terminal that has them, and nowhere else. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const hasColours = stream.isTTY && stream.hasColors()
  return hasColours ? (style, text) => styleText(style, text) : (_, text) => text
}

/** How many columns a text may take. */
export function columnsOf(stream: NodeJS.WriteStream, most: number): number {
  return stream.isTTY ? Math.max(20, Math.min(most, stream.columns || most)) : most
}

/** Pure. A text in which nothing moves the cursor, changes colours or turns the direction of reading: those are written out. */
export function visible(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (found) => {
      return `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`
    })
}

const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u
const EMPTY = /\p{M}|\u200B|\u200C|\u200D/u

/** Pure. How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += EMPTY.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}
