import { expect, test } from 'vitest'
import { createSignedLinks, readToken } from './signed-links.server.ts'
import type { Token } from './signed-links.server.ts'

const links = createSignedLinks({ secret: 'the secret of these tests', site: () => 'https://learn.example.org' })
const holder = { learnerId: '0f8fad5b-d9cb-469f-a165-70867728950e', email: 'ola@example.org' }
const now = new Date('2026-11-21T10:00:00Z')

function tokenOf(link: string): Token {
  const token = readToken(new URL(link).searchParams.get('token'))
  if (!token) throw new Error(`Expected a token in ${link}`)
  return token
}

function after(hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000)
}

test('the link that confirms holds for three days, the one that switches off for good', () => {
  const confirm = tokenOf(links.confirm(holder, now))
  expect(links.check('confirm', confirm, holder, after(71))).toBe('good')
  expect(links.check('confirm', confirm, holder, after(72))).toBe('expired')
  expect(links.check('off', tokenOf(links.off(holder)), holder, after(24 * 3_650))).toBe('good')
})

test.each<[string, Partial<typeof holder>]>([
  ['another learner', { learnerId: '7c9e6679-7425-40de-944b-e07fc1f90ae7' }],
  ['an address that was changed', { email: 'eva@example.org' }],
])('a link is stale for %s', (_, change) => {
  expect(links.check('off', tokenOf(links.off(holder)), { ...holder, ...change }, now)).toBe('stale')
})

test('a link does only what it was made for', () => {
  expect(links.check('confirm', tokenOf(links.off(holder)), holder, now)).toBe('stale')
  expect(links.check('off', tokenOf(links.confirm(holder, now)), holder, now)).toBe('stale')
})

test('a link of another installation is stale, and so is one whose time was changed', () => {
  const other = createSignedLinks({ secret: 'another secret', site: () => 'https://learn.example.org' })
  expect(links.check('off', tokenOf(other.off(holder)), holder, now)).toBe('stale')
  const token = tokenOf(links.confirm(holder, now))
  expect(links.check('confirm', { ...token, expiresAt: after(1_000).getTime() }, holder, now)).toBe('stale')
  expect(links.check('confirm', { ...token, expiresAt: null }, holder, now)).toBe('stale')
})

test.each([null, '', 'x', `${holder.learnerId}.always`, `${holder.learnerId}.-1.${'a'.repeat(43)}`, '%00.always.a'])(
  '%j is no token',
  (text) => {
    expect(readToken(text)).toBeNull()
  },
)
