import { expect, test } from 'vitest'
import { createAllowance } from './allowance.ts'

const at = (hours: number) => new Date(hours * 3_600_000)

test('five times in any 24 hours, and again as the first of them is a day old', () => {
  const { take } = createAllowance(5)
  expect([0, 1, 2, 3, 4, 5, 23.9].map((hours) => take(['ola'], at(hours)))).toEqual([
    ...Array.from({ length: 5 }, () => true),
    false,
    false,
  ])
  expect([24, 24.5, 25].map((hours) => take(['ola'], at(hours)))).toEqual([true, false, true])
})

test('where one of the keys has no room, none of them is counted', () => {
  const { take } = createAllowance(1)
  expect(take(['learner-1', 'address'], at(0))).toBe(true)
  expect(take(['learner-2', 'address'], at(1))).toBe(false)
  expect(take(['learner-2', 'another'], at(2))).toBe(true)
})
