import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { normalPassword, passwordProblem } from './password-problem.ts'

const EMAIL = 'ola.nowak@example.org'

test.each([
  'belt stops before ten',
  'żółta łódź podwodna',
  '          1',
  'aB3$aB3$aB3$',
  '🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃',
  'x'.repeat(200),
])('%j will do, whatever it is made of', (password) => {
  expect(passwordProblem(password, EMAIL)).toBeNull()
})

test.each([
  ['', /^Choose a password/],
  ['short', /^Use at least 10 characters; this has 5/],
  ['🙂🙂🙂🙂🙂🙂🙂🙂🙂', /^Use at least 10 characters; this has 9/],
  ['x'.repeat(201), /^Use at most 200 characters; this has 201/],
  ['ola.nowak@example.org', /^Your address/],
  [' OLA.Nowak@Example.org ', /^Your address/],
  ['qwertyuiop', /^This is one of the passwords/],
  ['Password123', /^This is one of the passwords/],
  ['correct horse battery staple', /^This is one of the passwords/],
])('%j is refused in plain words', (password, problem) => {
  expect(passwordProblem(password, EMAIL)).toMatch(problem)
})

test('a password that is typed with letters and marks apart is the same', () => {
  expect(normalPassword('Z\u0307o\u0301\u0142ta')).toBe(normalPassword('\u017b\u00f3\u0142ta'))
})

test('every common password is refused for being common, in whatever case', () => {
  for (const common of COMMON_PASSWORDS) {
    expect(passwordProblem(common.toUpperCase(), EMAIL), common).toMatch(/^This is one/)
  }
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(100)
})

test('what has from 10 to 200 characters is only ever refused for being the address or common', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 10, maxLength: 60 }), (password) => {
      const length = [...normalPassword(password)].length
      const problem = passwordProblem(password, EMAIL)
      if (length >= 10 && length <= 200 && problem !== null) {
        const plain = normalPassword(password).trim().toLowerCase()
        expect(COMMON_PASSWORDS.has(plain) || plain === EMAIL).toBe(true)
      }
    }),
  )
})
