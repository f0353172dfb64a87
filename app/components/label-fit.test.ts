import { expect, test } from 'vitest'
import { balanced, shorten, textWidth, twoLines } from './label-fit.ts'

test('a text that fits is not touched', () => {
  expect(shorten('Red board', 200, 13)).toBe('Red board')
})

test('a text that does not fit ends in an ellipsis, without a space before it, within the width', () => {
  const short = shorten('The irregulars cage', 90, 13)
  expect(short).toBe('The irregul…')
  expect(textWidth(short, 13)).toBeLessThanOrEqual(90)
  expect(shorten('The irregulars cage', 42, 13)).toBe('The…')
})

test('where not even three letters fit there is no label', () => {
  expect(shorten('Wednesday', 12, 13)).toBe('')
})

test('a title takes a second line before it is shortened', () => {
  expect(twoLines('Four minutes at the board', 120, 13)).toEqual(['Four minutes at', 'the board'])
  expect(twoLines('Four minutes at the board in the canteen with Dorota', 120, 13)).toHaveLength(2)
  expect(twoLines('Wissenschaftsförderungsgesellschaft', 120, 13)).toHaveLength(1)
})

test('two lines are broken where the longer is shortest', () => {
  expect(balanced('Four minutes at the board', 13)).toEqual(['Four minutes', 'at the board'])
  expect(balanced('Standup', 13)).toBeNull()
})
