import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassword, isOutdated, isPassword } from './password.server.ts'

test('a password is kept as Argon2id with the cost that OWASP asks for, and opens only itself', async () => {
  const kept = await hashPassword('belt stops before ten')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(isOutdated(kept)).toBe(false)
  expect(await isPassword(kept, 'belt stops before ten')).toBe(true)
  expect(await isPassword(kept, 'belt stops before two')).toBe(false)
  expect(await hashPassword('belt stops before ten')).not.toBe(kept)
})

test.each([{ memoryCost: 8_192 }, { timeCost: 1 }, { parallelism: 2 }, { outputLen: 16 }, { algorithm: 1 }])(
  'a hash made with %o is to be made again',
  async (cost) => {
    const base = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }
    expect(isOutdated(await hash('belt stops before ten', { ...base, ...cost }))).toBe(true)
  },
)

test('where there is no account the answer is no, after as much work as where there is one', async () => {
  const kept = await hashPassword('belt stops before ten')
  await isPassword(null, 'once, since the first time also makes the hash')
  const took = async (hashed: string | null) => {
    const startedAt = process.cpuUsage()
    for (let tries = 0; tries < 10; tries += 1) expect(await isPassword(hashed, 'belt stops before two')).toBe(false)
    const { user, system } = process.cpuUsage(startedAt)
    return user + system
  }
  const [known, unknown] = [await took(kept), await took(null)]
  expect(unknown).toBeGreaterThan(known / 2)
  expect(unknown).toBeLessThan(known * 2)
})
