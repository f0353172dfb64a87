import { expect, test } from 'vitest'
import { estimateText, placeOf, widthOf } from './scale.ts'

test.each([
  [20, '0%'],
  [50, '50%'],
  [65, '75%'],
  [80, '100%'],
  [12, '0%'],
  [91, '100%'],
])('a score of %d stands at %s of the scale', (t, place) => {
  expect(placeOf(t)).toBe(place)
})

test('an interval that leaves the scale ends where the scale does', () => {
  expect(widthOf(10, 50)).toBe('50%')
})

test('an estimate is told in whole numbers, with its interval', () => {
  expect(estimateText({ t: 61.5, low: 50.4, high: 73.6 })).toBe('62, 90% interval 50 to 74')
})
