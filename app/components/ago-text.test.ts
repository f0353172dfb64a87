import { expect, test } from 'vitest'
import { agoText } from './ago-text.ts'

const NOW = new Date('2026-11-21T10:00:00Z')

test.each([
  ['2026-11-21T10:00:30Z', 'just now'],
  ['2026-11-21T09:59:01Z', 'just now'],
  ['2026-11-21T09:59:00Z', '1 minute ago'],
  ['2026-11-21T09:00:01Z', '59 minutes ago'],
  ['2026-11-21T07:10:00Z', '2 hours ago'],
  ['2026-11-20T10:00:00Z', '1 day ago'],
  ['2026-11-08T09:00:00Z', '13 days ago'],
  ['2026-11-07T10:00:00Z', '2 weeks ago'],
  ['2026-09-26T10:00:00Z', '8 weeks ago'],
  ['2026-09-20T10:00:00Z', 'on 20 September 2026'],
])('%s is %s', (then, text) => {
  expect(agoText(new Date(then), NOW)).toBe(text)
})
