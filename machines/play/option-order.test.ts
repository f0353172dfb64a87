import { expect, test } from 'vitest'
import { orderOptions } from './option-order.ts'

const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id }))

test('the same attempt sees the options of a decision in the same order every time', () => {
  const order = orderOptions('attempt-1', 'monday', OPTIONS)
  expect(orderOptions('attempt-1', 'monday', [...OPTIONS].reverse())).toEqual(order)
  expect(order.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd'])
})

test('over many attempts each option stands at each place about equally often', () => {
  const counts = new Map<string, number>()
  for (let attempt = 0; attempt < 8_000; attempt += 1) {
    const order = orderOptions(`attempt-${attempt}`, 'monday', OPTIONS)
    for (const [place, { id }] of order.entries()) counts.set(`${id}${place}`, (counts.get(`${id}${place}`) ?? 0) + 1)
  }
  expect(counts.size).toBe(16)
  // 2,000 expected; five standard deviations are 194.
  for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(194)
})

test('an option that a condition takes away does not change the order of the others', () => {
  const all = orderOptions('attempt-7', 'monday', OPTIONS).map(({ id }) => id)
  const some = orderOptions('attempt-7', 'monday', OPTIONS.slice(1)).map(({ id }) => id)
  expect(some).toEqual(all.filter((id) => id !== 'a'))
})
