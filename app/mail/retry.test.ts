import { expect, test } from 'vitest'
import { createPauses, pauseMs } from './retry.ts'

test.each([
  [1, 1],
  [2, 5],
  [3, 25],
  [4, 125],
  [5, 360],
  [60, 360],
])('after refusal %d a mail waits %d minutes', (refusals, minutes) => {
  expect(pauseMs(refusals)).toBe(minutes * 60_000)
})

test('each mail waits for itself, longer with each refusal, until it is forgotten', () => {
  const pauses = createPauses()
  const at = (minutes: number) => new Date(minutes * 60_000)
  pauses.refuse('a', at(0))
  expect([pauses.isWaiting('a', at(0.9)), pauses.isWaiting('a', at(1)), pauses.isWaiting('b', at(0))]).toEqual([
    true,
    false,
    false,
  ])
  pauses.refuse('a', at(1))
  expect([pauses.isWaiting('a', at(5)), pauses.isWaiting('a', at(6))]).toEqual([true, false])
  pauses.refuse('a', at(6))
  pauses.forget('a')
  expect(pauses.isWaiting('a', at(7))).toBe(false)
})
