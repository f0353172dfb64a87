import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveCertificate } from '../../app/credentials/give-certificate.server.ts'
import { verifyCertificate } from '../../app/credentials/verify-certificate.server.ts'
import { findCertificate, revokeCertificate, withdrawCertificates } from '../../app/data/certificates.server.ts'
import { listSigningKeys, revokeSigningKey } from '../../app/data/signing-keys.server.ts'
import { aCompletion } from '../fixtures/completed-course.ts'
import { aCertificate, aGraduate, anOffice } from '../setup/certificates.ts'
import type { Office } from '../setup/certificates.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { databaseIn } from '../setup/test-database.ts'
import { movableClock } from '../setup/test-clock.ts'

const DAY_MS = 86_400_000

let folder: string
let remove: () => Promise<void>
const open: Array<Office> = []
let databases = 0

beforeAll(async () => {
  ;({ folder, remove } = await temporaryFolder())
})

afterAll(async () => {
  await Promise.all(open.map((office) => office.close()))
  await remove()
})

/** A database of its own for a test, without the key that the server made when it was prepared. */
async function aDatabase(): Promise<string> {
  databases += 1
  const own = path.join(folder, `certificates-${databases}`)
  await mkdir(own)
  const file = await databaseIn(own, { isPrepared: true })
  const { db } = await officeAt(file)
  await db.write((tx) => tx.signingKey.deleteMany())
  return file
}

async function officeAt(file: string, options: Parameters<typeof anOffice>[1] = {}): Promise<Office> {
  const office = await anOffice(file, options)
  open.push(office)
  return office
}

async function aNewOffice(options: Parameters<typeof anOffice>[1] = {}): Promise<Office> {
  return officeAt(await aDatabase(), options)
}

async function verdictOf(id: string, office: Office) {
  const certificate = await findCertificate(office.db.read, id)
  if (certificate === null) throw new Error(`Expected certificate ${id}`)
  return verifyCertificate(certificate, office)
}

test('a certificate is given to who completed the course, and is good', async () => {
  const office = await aNewOffice()
  const { id } = await aCertificate(office, '  Łukasz  Żółć ')
  expect(await verdictOf(id, office)).toMatchObject({
    kind: 'good',
    credential: { name: 'Run It, Lead It', credentialSubject: { identifier: [{ identityHash: 'Łukasz Żółć' }] } },
  })
})

test('none is given before the course is complete, or under a name that is none', async () => {
  const office = await aNewOffice()
  const learnerId = await aGraduate(office)
  const completion = aCompletion({ isComplete: false, missing: ['Write your plan.'] })
  await expect(giveCertificate({ learnerId, name: 'Ada', completion }, office)).rejects.toThrow('found it is not')
  await expect(giveCertificate({ learnerId, name: '\u0000', completion: aCompletion() }, office)).rejects.toThrow(
    'Expected a name',
  )
  expect(await office.db.read.certificate.count()).toBe(0)
})

test('asked again, and asked four times at once, a learner has one certificate', async () => {
  const office = await aNewOffice()
  const learnerId = await aGraduate(office)
  const ask = (name: string) => giveCertificate({ learnerId, name, completion: aCompletion() }, office)
  const given = await Promise.all(['One Name', 'Another', 'A Third', 'A Fourth'].map(ask))
  const again = await ask('A Fifth')
  expect(new Set([...given, again].map(({ id }) => id)).size).toBe(1)
  expect(await office.db.read.certificate.count({ where: { learnerId } })).toBe(1)
})

test('a row that was changed on the disk is told, whichever way', async () => {
  const office = await aNewOffice()
  const [{ id }, other] = [await aCertificate(office), await aCertificate(office, 'Ada Lovelace')]
  const { credential } = await office.db.read.certificate.findUniqueOrThrow({ where: { id } })
  const foreign = await office.db.read.certificate.findUniqueOrThrow({ where: { id: other.id } })
  for (const spoilt of [
    credential?.replace('Łukasz', 'Lukasz'),
    credential?.replace('"Almost Done"', '"Almost Won"'),
    credential?.replace('\n', ''),
    foreign.credential,
    '{"name":"nothing else"}',
    'no JSON',
  ]) {
    expect(spoilt).not.toBe(credential)
    await office.db.write((tx) => tx.certificate.update({ where: { id }, data: { credential: spoilt ?? null } }))
    expect(await verdictOf(id, office)).toEqual({ kind: 'tampered' })
  }
  await office.db.write((tx) => tx.certificate.update({ where: { id }, data: { credential } }))
  expect(await verdictOf(id, office)).toMatchObject({ kind: 'good' })
})

test('a key that is not known here vouches for nothing', async () => {
  const [here, elsewhere] = await Promise.all([aNewOffice(), aNewOffice()])
  const { id } = await aCertificate(elsewhere)
  const certificate = await findCertificate(elsewhere.db.read, id)
  if (certificate === null) throw new Error('Expected a certificate')
  expect(await verifyCertificate(certificate, here)).toMatchObject({ kind: 'unknown-key' })
})

test('what was signed before its key expired stays good, what is dated later is not, and a new key signs from then on', async () => {
  const clock = movableClock()
  const office = await aNewOffice({ clock })
  const before = await aCertificate(office)
  clock.advance(731 * DAY_MS)
  expect(await verdictOf(before.id, office)).toMatchObject({ kind: 'good' })
  const after = await aCertificate(office)
  expect(await verdictOf(after.id, office)).toMatchObject({ kind: 'good' })
  const [newest, oldest] = await listSigningKeys(office.db.read)
  expect(newest?.id).not.toBe(oldest?.id)
  // As if the key had expired before the second was signed with it.
  const expiresAt = new Date(clock.now().getTime() - DAY_MS)
  await office.db.write((tx) => tx.signingKey.updateMany({ data: { expiresAt } }))
  expect(await verdictOf(after.id, office)).toEqual({ kind: 'key-expired', on: expiresAt })
  expect(await verdictOf(before.id, office)).toMatchObject({ kind: 'good' })
})

test('a revoked key vouches for nothing any more, and the next certificate is signed with a new one', async () => {
  const office = await aNewOffice()
  const { id } = await aCertificate(office)
  const { publicKey } = await office.keys.current()
  expect(await office.db.write((tx) => revokeSigningKey(tx, { id: publicKey, now: office.clock.now() }))).toBe(true)
  expect(await verdictOf(id, office)).toMatchObject({ kind: 'key-revoked', on: expect.any(Date) })
  const next = await aCertificate(office)
  expect(await verdictOf(next.id, office)).toMatchObject({ kind: 'good' })
  expect((await office.keys.current()).publicKey).not.toBe(publicKey)
})

test('after a rotation the new key signs, in every process, and the old one still verifies', async () => {
  const file = await aDatabase()
  const [one, other] = await Promise.all([officeAt(file), officeAt(file)])
  const { id } = await aCertificate(one)
  const before = await other.keys.current()
  const rotated = await other.keys.rotate()
  expect(rotated).not.toBe(before.publicKey)
  expect((await one.keys.current()).publicKey).toBe(rotated)
  expect(await verdictOf(id, other)).toMatchObject({ kind: 'good' })
  const [newest, retired] = await listSigningKeys(one.db.read)
  expect([newest?.retiredAt, retired?.retiredAt]).toEqual([null, expect.any(Date)])
})

test('one who needs a key eight times at once has one', async () => {
  const office = await aNewOffice()
  const keys = await Promise.all(Array.from({ length: 8 }, () => office.keys.current()))
  expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1)
  expect(await office.db.read.signingKey.count()).toBe(1)
})

test('servers that start at once on one database sign with one key', async () => {
  const file = await aDatabase()
  const environment = { DATABASE_URL: file }
  const servers = await Promise.all([1, 2].map(() => startTestServer({ folder, environment })))
  await Promise.all(servers.map((server) => server.stop()))
  const { db, keys } = await officeAt(file)
  expect(await db.read.signingKey.count()).toBe(1)
  expect(await listSigningKeys(db.read)).toMatchObject([{ id: (await keys.current()).publicKey, retiredAt: null }])
})

test('with another secret the key can’t be read: it is said, a new one signs, and what the old one signed is good', async () => {
  const file = await aDatabase()
  const before = await officeAt(file)
  const { id } = await aCertificate(before)
  const old = await before.keys.current()
  const said: Array<string> = []
  const after = await officeAt(file, {
    secret: 'another secret, of thirty-two letters',
    say: (line) => said.push(line),
  })
  const now = await after.keys.current()
  expect(now.publicKey).not.toBe(old.publicKey)
  expect((await after.keys.current()).publicKey).toBe(now.publicKey)
  expect(said).toEqual([expect.stringContaining(old.publicKey)])
  expect(said[0]).toContain('still verifies')
  expect(await verdictOf(id, after)).toMatchObject({ kind: 'good' })
  // With the old secret back, the old key signs again.
  expect((await before.keys.current()).publicKey).toBe(old.publicKey)
})

test('the private key is nowhere in the database as it is', async () => {
  const office = await aNewOffice()
  const { privateKey } = await office.keys.current()
  expect(privateKey.length).toBeGreaterThan(40)
  expect(JSON.stringify(await office.db.read.signingKey.findMany())).not.toContain(privateKey.slice(4, 24))
})

test('a revoked certificate says when and why, once; what it stated is still vouched for', async () => {
  const office = await aNewOffice()
  const { id } = await aCertificate(office)
  const now = office.clock.now()
  expect(await office.db.write((tx) => revokeCertificate(tx, { id, reason: 'Played by a friend.', now }))).toBe(true)
  expect(await office.db.write((tx) => revokeCertificate(tx, { id, reason: 'Again.', now: new Date(0) }))).toBe(false)
  expect(await verdictOf(id, office)).toMatchObject({
    kind: 'revoked',
    on: now,
    reason: 'Played by a friend.',
    credential: { name: 'Run It, Lead It' },
  })
})

test('a learner who goes takes the name along, and the certificate says that it was withdrawn', async () => {
  const office = await aNewOffice()
  const { id, learnerId } = await aCertificate(office)
  await office.db.write(async (tx) => {
    await withdrawCertificates(tx, learnerId)
    await tx.learner.delete({ where: { id: learnerId } })
  })
  expect(await verdictOf(id, office)).toEqual({ kind: 'withdrawn' })
  expect(await findCertificate(office.db.read, id)).toMatchObject({ learnerId: null, credential: null })
})

test('even a learner who was deleted without that shows no name', async () => {
  const office = await aNewOffice()
  const { id, learnerId } = await aCertificate(office)
  await office.db.write((tx) => tx.learner.delete({ where: { id: learnerId } }))
  expect(await verdictOf(id, office)).toEqual({ kind: 'withdrawn' })
})
