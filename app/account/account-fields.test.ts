import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEmail, readName } from './account-fields.ts'

test.each([
  ['Ola Nowak', 'Ola Nowak'],
  ['  Ola \n Nowak ', 'Ola Nowak'],
  ['Łucja Żółć', 'Łucja Żółć'],
  ['O\u2019Neill', 'O\u2019Neill'],
  ['Ola\u202e kawoN', 'Ola kawoN'],
  ['<b>Ola</b>', '<b>Ola</b>'],
  ['Z\u0307o\u0301\u0142c\u0301', 'Żółć'],
  ['\u0639\u0644\u06cc\u200c\u0631\u0636\u0627\u200c', '\u0639\u0644\u06cc\u200c\u0631\u0636\u0627'],
  ['O\u00adla\u3164', 'Ola'],
  ['e\u0323\u0302\u0301', '\u1ec7\u0301'],
])('the name %j is kept as %s', (typed, name) => {
  expect(readName(typed)).toEqual({ name })
})

test.each([
  ['', /^Write the name/],
  ['\u200b \n', /^Write the name/],
  ['\u3164\u115f', /^Write the name/],
  ['\u200d', /^Write the name/],
  ['\u2800 \u0301', /^A name needs at least one letter/],
  [`Ola${'\u0335'.repeat(6)}`, /^There are more marks/],
  ['x'.repeat(81), /^Keep it to 80 characters; this is 81/],
])('the name %j is refused', (typed, problem) => {
  expect(readName(typed)).toEqual({ problem: expect.stringMatching(problem) })
})

test.each([
  ['Ola@Example.ORG', 'ola@example.org'],
  [' ola@example.org ', 'ola@example.org'],
  ['ola\uff20example.org', 'ola@example.org'],
  ['ola@m\u00fcnchen.de', 'ola@xn--mnchen-3ya.de'],
])('the address %j is that of %s', (typed, email) => {
  expect(readEmail(typed)).toEqual({ email })
})

test.each([
  ['', /^Write your e-mail address/],
  ['ola', /^An address has a name/],
])('the address %j is refused', (typed, problem) => {
  expect(readEmail(typed)).toEqual({ problem: expect.stringMatching(problem) })
})

test.each([`x${'\u200d'.repeat(19_998)}x`, `x${' \u200c'.repeat(9_999)}x`, `x${' '.repeat(19_998)}x`])(
  'the longest name that a form can hold is read at once, be it a run of what can’t be seen',
  (typed) => {
    const before = performance.now()
    readName(typed)
    expect(performance.now() - before).toBeLessThan(200)
  },
)

test('whatever is typed, reading what was read changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (typed) => {
      const email = readEmail(typed)
      if ('email' in email) expect(readEmail(email.email)).toEqual(email)
      const name = readName(typed)
      if ('name' in name) expect(readName(name.name)).toEqual(name)
    }),
  )
})
