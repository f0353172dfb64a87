import { expect, test } from 'vitest'
import { announcementAt, clockText, timeInWords } from './time-left.ts'

test('the clock shows minutes and two digits of seconds', () => {
  expect([95, 60, 9, 0, -3].map(clockText)).toEqual(['1:35', '1:00', '0:09', '0:00', '0:00'])
})

test('a time in words has no empty part', () => {
  expect([95, 60, 1, 0].map(timeInWords)).toEqual(['1 minute 35 seconds', '1 minute', '1 second', 'no time'])
})

test('time is read out at five minutes, one minute, thirty and ten seconds, and at the end, and at no other moment', () => {
  const spoken = Array.from({ length: 400 }, (_, seconds) => seconds).filter(
    (seconds) => announcementAt(seconds) !== null,
  )
  expect(spoken).toEqual([0, 10, 30, 60, 300])
})
