import { generate } from '@digitalbazaar/ed25519-multikey'
import { expect, test } from 'vitest'
import { aCompletion } from '../../tests/fixtures/completed-course.ts'
import { credentialOf, credentialText, hoursText, readCredential } from './credential.ts'
import type { Credential } from './credential.ts'
import { didOf } from './did-key.ts'
import { BADGES_CONTEXT, CREDENTIALS_CONTEXT, loadDocument } from './document-loader.server.ts'
import { holdsProof, signCredential } from './proof.server.ts'

async function aSigned(name = 'Łukasz Żółć'): Promise<{ stored: string; credential: Credential }> {
  const { publicKeyMultibase: publicKey, secretKeyMultibase: privateKey } = await generate()
  const unsigned = credentialOf(
    {
      id: '7f2d6b0e-0f5e-4b8e-9d3b-3d1c9b7a1a11',
      name,
      completed: aCompletion(),
      issuer: didOf(publicKey),
      now: new Date('2026-11-21T22:08:31.456Z'),
    },
    [CREDENTIALS_CONTEXT, BADGES_CONTEXT],
  )
  const stored = await signCredential(unsigned, { publicKey, privateKey })
  const credential = readCredential(stored)
  if (credential === null) throw new Error('Expected a credential')
  return { stored, credential }
}

/** Whether a stored text is what was signed. */
async function isSound(stored: string): Promise<boolean> {
  const credential = readCredential(stored)
  return credential !== null && (await holdsProof(credential))
}

type Leaf = { path: string; spoil: (root: unknown) => void }

/** Every value that is no object, with a way to change it in a copy. */
function leavesOf(value: unknown, path: ReadonlyArray<string> = []): Array<Leaf> {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
  return [{ path: path.join('.'), spoil: (root) => spoilAt(root, path) }]
}

function spoilAt(root: unknown, path: ReadonlyArray<string>): void {
  const [name = '', ...rest] = path
  const holder: Record<string, unknown> = Object(root)
  if (rest.length > 0) return spoilAt(holder[name], rest)
  const value = holder[name]
  // The last letter of base58 and the last digit of a date must stay a letter and a digit: that it is read is not the question.
  holder[name] =
    typeof value === 'string' ? `${value.slice(0, -2)}${value.at(-2) === '2' ? '3' : '2'}${value.slice(-1)}` : !value
}

test('what was signed is sound, in any script', async () => {
  for (const name of ['Łukasz Żółć', '李小龙', 'ﻣﺤﻤﺪ', '"}] \\ <b>'])
    expect(await isSound((await aSigned(name)).stored)).toBe(true)
})

test('one change in any value is noticed', async () => {
  const { stored, credential } = await aSigned()
  const leaves = leavesOf(credential)
  expect(leaves.length).toBeGreaterThan(70)
  for (const { path, spoil } of leaves) {
    const copy: unknown = JSON.parse(stored)
    spoil(copy)
    const spoilt = credentialText(Object(copy))
    expect(spoilt, path).not.toBe(stored)
    expect(await isSound(spoilt), path).toBe(false)
  }
})

test('a value more, a value less, and two values under one name are noticed', async () => {
  const { stored, credential } = await aSigned()
  expect(await isSound(credentialText({ ...credential, score: 97 }))).toBe(false)
  expect(await isSound(credentialText({ ...credential, evidence: credential.evidence.slice(1) }))).toBe(false)
  expect(await isSound(stored.replace('"name":', '"name": "Another Course",\n  "name":'))).toBe(false)
  expect(await isSound('{}')).toBe(false)
  expect(await isSound('no JSON')).toBe(false)
})

test('a proof by another key than the issuer’s is none', async () => {
  const [one, other] = await Promise.all([aSigned(), aSigned()])
  expect(await isSound(credentialText({ ...one.credential, proof: other.credential.proof }))).toBe(false)
  expect(await isSound(credentialText({ ...one.credential, issuer: other.credential.issuer }))).toBe(false)
})

test('a credential states the name, the course, its version, the cases with their roles, the hours and what it does not claim', async () => {
  const { credential } = await aSigned()
  expect(credential).toMatchObject({
    name: 'Run It, Lead It',
    validFrom: '2026-11-21T22:08:31Z',
    credentialSubject: {
      identifier: [{ identityHash: 'Łukasz Żółć', identityType: 'name', hashed: false }],
      narrative: '8 cases played to an ending, about 3 hours of work.',
      achievement: { version: 'a1'.repeat(32), achievementType: 'CertificateOfCompletion' },
    },
  })
  expect(credential.description).toMatch(/not a score.*not validated for selecting or promoting/s)
  expect(credential.evidence).toHaveLength(8)
  expect(credential.evidence[4]).toMatchObject({ name: 'Three Holes, One Street', description: 'Project lead' })
  expect(credential.credentialSubject.achievement.tag).toContain('Influence: Trust')
})

test.each([
  'https://example.com/context',
  'http://localhost/',
  'did:web:example.com',
  'did:key:z6Mknot-a-key',
  'toString',
])('the context %s is refused and never fetched', async (url) => {
  await expect(loadDocument(url)).rejects.toThrow(`found ${url}`)
})

test.each([
  [0, 'about half an hour'],
  [44, 'about half an hour'],
  [60, 'about an hour'],
  [80, 'about 1½ hours'],
  [119, 'about 2 hours'],
  [170, 'about 3 hours'],
])('%i minutes are %s', (minutes, words) => {
  expect(hoursText(minutes)).toBe(words)
})
