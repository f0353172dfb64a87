import { expect, test } from 'vitest'
import { demandsOf, leaningOf, roleOf } from './lens.ts'
import type { Lens, LensItem } from './lens.ts'

function anItem(execution: number, influence: number): LensItem {
  return { text: 'Something is true of my role.', execution, influence, about: 'role' }
}

const lens: Lens = { scale: ['1', '2', '3', '4', '5'], items: [anItem(2, 0), anItem(1, 2), anItem(0, 2)] }

test('a demand is the mean of the answers by their weights', () => {
  expect(demandsOf(lens, [5, 2, 1])).toEqual({ execution: 12 / 3, influence: 6 / 4 })
  expect(demandsOf(lens, [1, 1, 1])).toEqual({ execution: 1, influence: 1 })
  expect(demandsOf(lens, [5, 5, 5])).toEqual({ execution: 5, influence: 5 })
})

test.each([
  [1, 1],
  [1.49, 1],
  [1.5, 2],
  [2.5, 3],
  [4.4999, 4],
  [4.5, 5],
  [5, 5],
])('the scoring model takes a demand of %d as %d', (demand, whole) => {
  expect(roleOf({ execution: demand, influence: 3 }).execution).toBe(whole)
})

test.each([
  [3.75, 3, 'execution'],
  [3, 3.75, 'influence'],
  [3.7, 3, 'both'],
  [3, 3, 'both'],
])('demands of %d and %d ask for %s', (execution, influence, leaning) => {
  expect(leaningOf({ execution, influence })).toBe(leaning)
})

test('answers that do not fit the lens, or a lens that asks nothing of one side, are errors', () => {
  expect(() => demandsOf(lens, [1, 2])).toThrow('Expected 3 answers, found 2')
  expect(() => demandsOf({ ...lens, items: [anItem(1, 0)] }, [1])).toThrow('Expected an item with weight on influence')
  expect(() => roleOf({ execution: 0.2, influence: 3 })).toThrow('Expected a demand from 1 to 5, found 0.2')
})
