import net from 'node:net'
import { generate } from '@digitalbazaar/ed25519-multikey'
import { verifyCredential } from '@digitalcredentials/verifier-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCompletion } from '../../tests/fixtures/completed-course.ts'
import { credentialOf } from './credential.ts'
import { didOf } from './did-key.ts'
import { BADGES_CONTEXT, CREDENTIALS_CONTEXT } from './document-loader.server.ts'
import { signCredential } from './proof.server.ts'

// A verifier that shares no line with this project, without the network: whatever reaches for it fails.

const asked: Array<string> = []

beforeEach(() => {
  asked.length = 0
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    asked.push(input instanceof Request ? input.url : String(input))
    return Promise.reject(new Error('Expected no use of the network'))
  })
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(() => {
    asked.push('a socket')
    throw new Error('Expected no use of the network')
  })
  // It tells the console that it could not look up the badge's JSON schema.
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
})

async function aStored(): Promise<string> {
  const { publicKeyMultibase: publicKey, secretKeyMultibase: privateKey } = await generate()
  const id = '7f2d6b0e-0f5e-4b8e-9d3b-3d1c9b7a1a11'
  const [name, now] = ['Łukasz Żółć', new Date('2026-01-21T22:08:31Z')]
  const statement = { id, name, completed: aCompletion(), issuer: didOf(publicKey), now }
  return signCredential(credentialOf(statement, [CREDENTIALS_CONTEXT, BADGES_CONTEXT]), { publicKey, privateKey })
}

function verify(stored: string) {
  return verifyCredential({ credential: JSON.parse(stored), knownDIDRegistries: [] })
}

test('an independent verifier finds the signature valid without the network', async () => {
  const { log, errors } = await verify(await aStored())
  expect(errors).toBeUndefined()
  expect(log).toContainEqual({ id: 'valid_signature', valid: true })
  expect(log).toContainEqual({ id: 'expiration', valid: true })
  // The schema of badges is all that it asks for, and it does without.
  expect(asked.filter((url) => !url.endsWith('_achievementcredential_schema.json'))).toEqual([])
})

test('it rejects the same file with one byte changed, wherever that is', async () => {
  const stored = await aStored()
  for (const [from, to] of [
    ['Łukasz', 'Lukasz'],
    ['Run It, Lead It', 'Run It, Lead Jt'],
    ['about 3 hours', 'about 9 hours'],
    ['is not a score', 'is now a score'],
    ['Influence: Trust', 'Influence: Tryst'],
    ['a1a1', 'a1b1'],
    ['2026-01-21', '2026-01-22'],
    ['z6Mk', 'z6Mj'],
  ] as const) {
    const spoilt = stored.replace(from, to)
    expect(spoilt, from).not.toBe(stored)
    const { log, errors } = await verify(spoilt)
    expect(errors, from).toEqual([expect.objectContaining({ name: expect.any(String) })])
    expect(log, from).toBeUndefined()
  }
})
