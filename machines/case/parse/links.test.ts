import { expect, test } from 'vitest'
import { isSafeLink } from './links.ts'

const SAFE = ['https://example.org', 'HTTPS://example.org/a%20b?c=d#e', 'mailto:a@example.org?subject=b', '#rota']

const UNSAFE = [
  '',
  '#',
  'http://example.org',
  'https:example.org',
  'https:/example.org',
  'https:///example.org',
  'https://',
  'https:\\\\example.org',
  'https://example.org\\@evil.example',
  'https://exa\tmple.org',
  'https://exa mple.org',
  'https://exa\u202Emple.org',
  'mailto:',
  'mailto://example.org',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)',
  'data:text/html,a',
  'vbscript:a',
  'blob:https://example.org',
  'file:///etc/passwd',
  'xmpp:a@example.org',
  '//example.org',
  '\\\\example.org',
  '/admin',
  '/\\example.org',
  './a',
  '../a',
  '%2e%2e/a',
  'a',
  '?a',
]

test.each(SAFE)('%j may be followed', (url) => {
  expect(isSafeLink(url)).toBe(true)
})

test.each(UNSAFE)('%j may not be followed', (url) => {
  expect(isSafeLink(url)).toBe(false)
})
