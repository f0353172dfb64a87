import { expect, test } from 'vitest'
import { placeForBlock } from './place-for-block.ts'

const TEXT = '---\ntitle: T\n---\n\n<Scene id="a"\n  title="A">\nOne line.\nAnother.\n</Scene>'

const after = (piece: string) => TEXT.indexOf(piece) + piece.length

test.each([
  ['in the front matter', TEXT.indexOf('title'), after('title="A">')],
  ['in the tag of the first scene', TEXT.indexOf('id="a"'), after('title="A">')],
  ['within a line of prose', TEXT.indexOf('line.'), after('One line.')],
  ['at the end of a line', after('Another.'), after('Another.')],
  ['at the end of the text', TEXT.length, TEXT.length],
])('a block asked for %s is written after a line where it can stand', (_, near, expected) => {
  expect(placeForBlock(TEXT, near)).toBe(expected)
})

test('in a text without a scene a block follows the line it is asked for in', () => {
  expect(placeForBlock('one\ntwo\n', 1)).toBe(3)
})
