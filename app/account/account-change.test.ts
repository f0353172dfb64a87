import { expect, test } from 'vitest'
import { readAccountChange } from './account-change.ts'
import { waitText } from './wait-text.ts'

const ACCOUNT = { name: 'Ola', email: 'ola@example.org' }
const SAME = { ...ACCOUNT, password: '', current: 'belt stops before ten' }

test.each([
  ['nothing', {}, {}],
  ['what only looks different', { name: ' Ola ', email: 'OLA@example.org' }, {}],
  ['a name', { name: 'Eva' }, { name: 'Eva' }],
  ['an address', { email: 'eva@example.org' }, { email: 'eva@example.org' }],
  ['a password', { password: 'another good one' }, { password: 'another good one' }],
])('%s is changed', (_, typed, change) => {
  expect(readAccountChange({ ...SAME, ...typed }, ACCOUNT)).toEqual({ change })
})

test('all that is wrong is said at once', () => {
  const typed = { name: '', email: 'ola@', password: 'short', current: '' }
  expect(readAccountChange(typed, ACCOUNT)).toEqual({
    problems: {
      name: expect.stringMatching(/^Write the name/),
      email: expect.stringMatching(/^This does not read/),
      password: expect.stringMatching(/^Use at least/),
      current: expect.stringMatching(/^Type your password/),
    },
  })
})

test('the new address can’t be the new password', () => {
  const typed = { ...SAME, email: 'eva@example.org', password: 'eva@example.org' }
  expect(readAccountChange(typed, ACCOUNT)).toEqual({ problems: { password: expect.stringMatching(/^Your address/) } })
})

test.each([
  [1, 'in a minute'],
  [60, 'in a minute'],
  [61, 'in 2 minutes'],
  [900, 'in 15 minutes'],
])('after %i seconds is %s', (seconds, when) => {
  expect(waitText(seconds)).toContain(`Try again ${when};`)
})
