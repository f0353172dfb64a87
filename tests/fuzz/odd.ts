import fc from 'fast-check'

/** What the odd texts try to have set as a header of the answer. */
export const PLANTED_HEADER = 'x-planted'
/** What they try to have run. */
export const PLANTED_SCRIPT = '<script>planted()</script>'
/** Where they try to lead. */
export const PLANTED_HOST = 'elsewhere.example'

const TEXTS = [
  '',
  ' ',
  '	',
  '\n',
  '\r\n',
  '\0',
  'a\0b',
  '﻿',
  '‮txt',
  '￿',
  '\ud800',
  '\udc00x',
  '0',
  '-0',
  '-1',
  '1',
  '1.5',
  '1e309',
  '-1e309',
  'NaN',
  'Infinity',
  '0x10',
  '1_000',
  '٣',
  '１',
  '9007199254740993',
  '99999999999999999999',
  '2147483648',
  '-9223372036854775809',
  '00000000000000000001',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '{}',
  '[]',
  '""',
  '{"$ne":null}',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'then',
  '..',
  '../../etc/passwd',
  '..\\..\\x',
  '/etc/passwd',
  'C:\\x',
  '.',
  '.git/config',
  'file:///etc/passwd',
  "' OR 1=1 --",
  '"; DROP TABLE "Learner"; --',
  '%',
  '_',
  '*',
  '?',
  '$1',
  '${7*7}',
  '{{7*7}}',
  '%s%n',
  '(a+)+$',
  PLANTED_SCRIPT,
  `"><img src=x onerror=planted()>`,
  `'-planted()-'`,
  `javascript:planted()`,
  ']]>',
  '-->',
  `x\r\n${PLANTED_HEADER}: yes`,
  `//${PLANTED_HOST}/`,
  `https://${PLANTED_HOST}/`,
  `/\\${PLANTED_HOST}`,
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '+275760-09-14',
  '2026-13-01',
  '2026-11-31T25:61:61Z',
  '-1-1-1',
  '👩‍👩‍👧‍👦',
  'İıŁß',
  'ﬀ',
  'é'.repeat(50),
  '̀'.repeat(500),
  'العربية',
  '𝕏',
  '\u2028',
  '',
  'a@b',
  'a@b.c',
  '@',
  'a@b@c.d',
  'ü@ü.example',
  `a\n@b.example`,
  `${'a'.repeat(300)}@b.example`,
  'x'.repeat(141),
  'x '.repeat(1e3),
  '9'.repeat(400),
  '\n'.repeat(500),
]

/** Texts of which some program somewhere has made something else than a text. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((codes) => String.fromCharCode(...codes)),
  },
  { weight: 1, arbitrary: fc.double().map(String) },
  { weight: 1, arbitrary: fc.uuid() },
)

/** Escapes as no browser writes them. */
const ESCAPES = [
  '%00',
  '%ff',
  '%',
  '%z',
  '%2',
  '%e0%80%80',
  '%c0%ae%c0%ae',
  '%2e%2e',
  '%2e%2e%2f',
  '%2f',
  '%5c',
  '%25',
  '%2500',
  '%ed%a0%80',
  '%f4%90%80%80',
  '%0d%0a',
  '%u0041',
  '%3f',
  '%23',
  '+',
  ';',
  '&',
  '=',
  '[]',
  'ÿ',
  'é',
  '"',
  '<',
  '..',
  '.',
  '...',
  '....//',
  './',
  '\\',
  '|',
  '~',
  '@',
  ':',
  '.data',
  '_.data',
  '.json',
  '.well-known',
]

/** A part of an address as it goes on the wire. */
export const oddEscape: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ESCAPES) },
  { weight: 3, arbitrary: oddText.map(escaped) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('a', '%41', '/', 'é')
      .chain((one) => fc.constantFrom(300, 4_000).map((n) => escapedSlash(one).repeat(n))),
  },
)

/** Escapes as browsers do; what no UTF-8 can say becomes U+FFFD. */
export function escaped(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
}

function escapedSlash(one: string): string {
  return one === 'é' ? escaped(one) : one
}
