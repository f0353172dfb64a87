import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAddress } from './next-address.ts'

test.each([
  ['/settings/account', '/settings/account'],
  ['/first-admin?token=abc', '/first-admin?token=abc'],
  ['/attempts/1#decide', '/attempts/1'],
  [null, '/home'],
  ['', '/home'],
  ['home', '/home'],
  ['https://evil.example/', '/home'],
  ['//evil.example/', '/home'],
  ['/\\evil.example/', '/home'],
  ['/\t/evil.example/', '/home'],
  ['/.//evil.example', '/home'],
  ['javascript:alert(1)', '/home'],
])('%j leads to %s', (asked, next) => {
  expect(nextAddress(asked, '/home')).toBe(next)
})

test('whatever is asked for, nobody is led away from the site', () => {
  const part = fc.constantFrom('/', '\\', '.', '..', '@', ':', '\t', '\n', '?', '#', 'evil.example', 'https', '%2f')
  const asked = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part).map((parts) => `/${parts.join('')}`),
  )
  fc.assert(
    fc.property(asked, (address) => {
      const next = nextAddress(address, '/home')
      expect(new URL(next, 'https://learn.example.org').origin).toBe('https://learn.example.org')
      expect(next).toMatch(/^\/(?![/\\])/)
    }),
    { numRuns: 500 },
  )
})
