import { expect, test } from 'vitest'
import { seal, unseal } from './seal.server.ts'

const OWN = { secret: 'a secret that only this test uses', label: 'z6Mk' }

test('what was sealed is read again with the same secret and label', async () => {
  expect(await unseal(await seal('private', OWN), OWN)).toBe('private')
})

test('the sealed text does not hold what it hides, and sealing twice gives two texts', async () => {
  const [one, other] = await Promise.all([seal('private', OWN), seal('private', OWN)])
  expect(one).not.toBe(other)
  for (const part of one.split('.')) expect(Buffer.from(part, 'base64url').toString()).not.toContain('private')
})

test('another secret reads nothing', async () => {
  expect(await unseal(await seal('private', OWN), { ...OWN, secret: `${OWN.secret}.` })).toBeNull()
})

test('under another label nothing is read', async () => {
  expect(await unseal(await seal('private', OWN), { ...OWN, label: 'z6Mj' })).toBeNull()
})

test('a bit that changed anywhere is noticed', async () => {
  const parts = (await seal('private', OWN)).split('.')
  for (const place of parts.keys()) {
    const spoilt = parts.map((part, at) => (at === place ? flipped(part) : part)).join('.')
    expect(await unseal(spoilt, OWN)).toBeNull()
  }
})

test.each(['', 'v1', 'v1.a.b.c', 'v1....', 'no sealed text'])('%j is read as nothing', async (text) => {
  expect(await unseal(text, OWN)).toBeNull()
})

function flipped(part: string): string {
  return `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`
}
