import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JOIN_CODES, joinCode, readJoinCode } from './join-code.ts'
import { JOIN_WORDS } from './join-words.ts'

test.each([
  ['MADRID-OSLO-2246', 'MADRID-OSLO-2246'],
  ['madrid oslo 2246', 'MADRID-OSLO-2246'],
  ['  Madrid – Oslo – 2246 ', 'MADRID-OSLO-2246'],
  ['MADRID_OSLO.2246', 'MADRID-OSLO-2246'],
  ['MADRID-2246', null],
  ['MADRID-OSLO-1146', null],
  ['MADRID-OSLO-224', null],
  ['', null],
  ['<b>', null],
  ['A'.repeat(100_000), null],
])('%j is read as %s', (typed, code) => {
  expect(readJoinCode(typed)).toBe(code)
})

test('a code that was made is read as itself, however its case and dashes are typed', () => {
  const draws = fc.array(fc.nat(), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(draws, fc.constantFrom(' ', '-', '–', ' - '), (numbers, dash) => {
      let next = 0
      const code = joinCode((below) => (numbers[next++] ?? 0) % below)
      expect(readJoinCode(code.toLowerCase().replaceAll('-', dash))).toBe(code)
    }),
  )
})

test('there are over a hundred million codes, of different words that can be typed', () => {
  expect(JOIN_CODES).toBeGreaterThan(100_000_000)
  expect(new Set(JOIN_WORDS).size).toBe(JOIN_WORDS.length)
  expect(JOIN_WORDS.filter((word) => !/^[A-Z]{3,9}$/.test(word))).toEqual([])
})
