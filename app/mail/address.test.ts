import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressText, readAddress } from './address.ts'

test.each([
  ['ola@example.org', 'ola@example.org'],
  ['  ola@example.org\n', 'ola@example.org'],
  ['ola+plans@mail.example.org', 'ola+plans@mail.example.org'],
  ["o'neil_b-c.d@example.org", "o'neil_b-c.d@example.org"],
  ['ola@EXAMPLE.org', 'ola@example.org'],
  ['ola@münchen.de', 'ola@xn--mnchen-3ya.de'],
  ['ola@例え.jp', 'ola@xn--r8jz45g.jp'],
])('%j is read as %s', (typed, email) => {
  expect(readAddress(typed)).toEqual({ email })
})

test.each([
  ['', /^Write the address/],
  ['   ', /^Write the address/],
  ['ola', /^An address has a name/],
  ['@example.org', /^An address has a name/],
  ['ola@', /^This does not read as one address/],
  ['ola@example.org\r\nBcc: everyone@example.org', /^This does not read as one address/],
  ['ola\n@example.org', /^This does not read as one address/],
  ['ola@exam\0ple.org', /^This does not read as one address/],
  ['ola@example.org, eva@example.org', /^This does not read as one address/],
  ['ola@example.org;eva@example.org', /^This does not read as one address/],
  ['Ola <ola@example.org>', /^This does not read as one address/],
  ['"ola"@example.org', /^This does not read as one address/],
  ['ola @example.org', /^This does not read as one address/],
  ['ola@-example.org', /^This does not read as one address/],
  ['ola@example..org', /^This does not read as one address/],
  ['łukasz@example.org', /^Before the @/],
  [`${'o'.repeat(65)}@example.org`, /^This is longer/],
  [`ola@${'example.'.repeat(40)}org`, /^This is longer/],
])('%j is refused with a plain sentence', (typed, problem) => {
  expect(readAddress(typed)).toEqual({ problem: expect.stringMatching(problem) })
})

test('whatever is typed, what is accepted is one line of plain letters with one @', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.emailAddress(),
    fc.tuple(fc.string(), fc.string()).map(([name, domain]) => `${name}@${domain}`),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const read = readAddress(text)
      if ('email' in read) expect(read.email).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/)
    }),
  )
})

test('an address is shown with the letters of its domain', () => {
  expect(addressText('ola@xn--mnchen-3ya.de')).toBe('ola@münchen.de')
})
