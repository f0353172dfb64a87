import { expect, it } from 'vitest'
import { excerptOf } from './source-excerpt.ts'
import { visible, widthOf } from './terminal.ts'

it.each([
  ['a short line whole', 'goto="x"', 6, 20, 'goto="x"', 5],
  ['a place behind the end', 'ab', 9, 20, 'ab', 2],
  ['a tab as a space', '\tab', 2, 20, ' ab', 1],
  ['wide characters as two columns', '漢字x', 3, 20, '漢字x', 4],
  ['marks that take no column', 'e\u0301x', 3, 20, 'e\u0301x', 1],
  ['a long line from its beginning', 'abcdefghijklmnopqrstuvwxyz', 2, 10, 'abcdefghi…', 1],
  ['a long line around the place', 'abcdefghijklmnopqrstuvwxyz', 21, 12, '…nopqrstuvw…', 8],
  ['control characters written out', 'a\u001B[2J', 2, 20, 'a\\u{1b}[2J', 1],
])('shows %s', (_, line, column, width, text, indent) => {
  expect(excerptOf(line, column, width)).toEqual({ text, indent })
  expect(widthOf(excerptOf(line, column, width).text)).toBeLessThanOrEqual(width)
})

it('writes out what would move the cursor or turn the direction of reading', () => {
  expect(visible('a\u0007b\u202Ec\nd\u2028e\uD800')).toBe('a\\u{7}b\\u{202e}c\\u{a}d\\u{2028}e\\u{d800}')
})
