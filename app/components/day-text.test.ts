import { expect, test } from 'vitest'
import { dayText } from './day-text.ts'

test('a day is written out, the same in every time zone', () => {
  expect(dayText('2026-11-05')).toBe('5 November 2026')
})
