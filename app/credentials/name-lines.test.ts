import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameLines } from './name-lines.ts'

const widthOf = (text: string) => text.length

test.each([
  ['Ada Lovelace', 12, ['Ada Lovelace']],
  ['Ada Lovelace', 8, ['Ada Lovelace']],
  ['Ada Lovelace', 7, ['Ada Lov', 'elace']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['Zo\u0308e\u0308', 2, ['Z', 'o\u0308', 'e\u0308']],
])('%j in lines of %i is %j', (name, width, lines) => {
  expect(nameLines(name, widthOf, width)).toEqual(lines)
})

test('no letter is lost or added, and no line that was cut is too wide', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 100 }), fc.integer({ min: 1, max: 60 }), (name, width) => {
      const lines = nameLines(name, widthOf, width)
      expect(lines.join('')).toBe(name)
      if (lines.length > 1) for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(Math.max(width, 1))
    }),
  )
})
