import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readName } from './learner-name.ts'

test.each([
  ['Łukasz Żółć', 'Łukasz Żółć'],
  ['Ελένη Παπαδοπούλου', 'Ελένη Παπαδοπούλου'],
  ['Дмитрий Щукин', 'Дмитрий Щукин'],
  ['李小龙', '李小龙'],
  ['ﻣﺤﻤﺪ', 'ﻣﺤﻤﺪ'],
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ['Zoe\u0308', 'Zoë'],
  ['Siobhán O’Brien-Ng', 'Siobhán O’Brien-Ng'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['Louis XIV.', 'Louis XIV.'],
  ['𠮷'.repeat(100), '𠮷'.repeat(100)],
])('%j is the name %j', (typed, name) => {
  expect(readName(typed)).toEqual({ kind: 'name', name })
})

test.each([
  ['', 'Write your name'],
  [' \u00A0 ', 'Write your name'],
  ['x'.repeat(101), 'Keep it to 100 characters; this is 101.'],
  ['Ada\nLovelace', 'can’t be printed'],
  ['Ada\u0000', 'can’t be printed'],
  ['Ada \u202Esmaill', 'can’t be printed'],
  ['Ada\u2028Lovelace', 'can’t be printed'],
  ['Ada \uD800', 'can’t be printed'],
  ['Ada \uE000', 'can’t be printed'],
  ['---', 'at least one letter'],
  ['A' + '\u0489'.repeat(6), 'more marks on one letter'],
])('%j is refused: %s', (typed, words) => {
  expect(readName(typed)).toEqual({ kind: 'problem', problem: expect.stringContaining(words) })
})

test('what is taken is taken again unchanged, and never longer than it may be', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 130 }), fc.string({ unit: 'binary' })), (typed) => {
      const read = readName(typed)
      if (read.kind === 'problem') return
      expect(readName(read.name)).toEqual(read)
      expect([...read.name].length).toBeLessThanOrEqual(100)
      expect(read.name).not.toMatch(/^\s|\s$|\p{Cc}/u)
    }),
  )
})
