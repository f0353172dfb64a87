import { expect, test } from 'vitest'
import { lineWith } from './remove-image.server.ts'

test.each([
  ['a\n<Figure src="hall-a1b2c3.png" alt="" />', 'hall-a1b2c3.png', 2],
  ['![The hall](hall.png)', 'hall.png', 1],
  ['<Figure src="town-hall.png" alt="" />', 'hall.png', null],
  ['<Figure src="hallXpng" alt="" />', 'hall.png', null],
  ['', 'hall.png', null],
])('in %j, %s stands on line %j', (text, path, line) => {
  expect(lineWith(text, path)).toBe(line)
})
