import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingLines } from './differing-lines.ts'

test('only what differs is left, with a line around it', () => {
  expect(differingLines('a\nb\nc\nd\ne', 'a\nb\nX\nY\nd\ne')).toEqual({
    line: 3,
    mine: 'b\nc\nd',
    theirs: 'b\nX\nY\nd',
  })
})

test('whatever the texts are, each stretch is found in its text', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 8 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (mine, theirs) => {
      const difference = differingLines(mine, theirs)
      expect(mine).toContain(difference.mine)
      expect(theirs).toContain(difference.theirs)
      if (mine !== theirs) expect(difference.mine).not.toBe(difference.theirs)
    }),
  )
})
