import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMON_ENDINGS, COMMON_WORDS, isCommonPassword } from './common-passwords.ts'
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
  ['Liverpool2019!', /^This is one of the passwords/],
  ['michael1985', /^This is one of the passwords/],
  ['summersummer', /^This is one of the passwords/],
  ['correct horse battery staple', /^This is one of the passwords/],
])('%j is refused in plain words', (password, problem) => {
  expect(passwordProblem(password, EMAIL)).toMatch(problem)
})

test('a password that is typed with letters and marks apart is the same', () => {
  expect(normalPassword('Z\u0307o\u0301\u0142ta')).toBe(normalPassword('\u017b\u00f3\u0142ta'))
})

test('more than three thousand common passwords are refused for being common, in whatever case', () => {
  const built = [...COMMON_WORDS].flatMap((word) => [...COMMON_ENDINGS].map((ending) => word + ending))
  const long = built.filter(({ length }) => length >= 10)
  expect(new Set(long).size).toBeGreaterThan(3_000)
  for (const common of long) expect(isCommonPassword(common), common).toBe(true)
  for (const common of long.slice(0, 100)) expect(passwordProblem(common.toUpperCase(), EMAIL)).toMatch(/^This is one/)
})

test.each(['passwordless', 'summer house 2019', 'london calling back', 'michael1985maria', 'belt stops before ten'])(
  'a common word alone makes %j no common password',
  (password) => {
    expect(passwordProblem(password, EMAIL)).toBeNull()
  },
)

test('what has from 10 to 200 characters is only ever refused for being the address or common', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 10, maxLength: 60 }), (password) => {
      const length = [...normalPassword(password)].length
      const problem = passwordProblem(password, EMAIL)
      if (length >= 10 && length <= 200 && problem !== null) {
        const plain = normalPassword(password).trim().toLowerCase()
        expect(isCommonPassword(plain) || plain === EMAIL).toBe(true)
      }
    }),
  )
})
