import type { KeptCertificate } from '../data/certificates.server.ts'
import type { Database } from '../data/database.server.ts'
import { findSigningKey } from '../data/signing-keys.server.ts'
import type { KeptKey } from '../data/signing-keys.server.ts'
import { readCredential } from './credential.ts'
import type { Credential } from './credential.ts'
import { keyOf } from './did-key.ts'
import { holdsProof } from './proof.server.ts'

/** What a check of a certificate found. Only what is vouched for is told of its content. */
export type Verdict =
  | { kind: 'good'; credential: Credential }
  /** Taken back here; `credential` is what it stated, null where that can't be trusted either. */
  | { kind: 'revoked'; on: Date; reason: string | null; credential: Credential | null }
  | { kind: 'withdrawn' }
  | { kind: 'tampered' }
  | { kind: 'unknown-key'; key: string }
  | { kind: 'key-revoked'; on: Date }
  | { kind: 'key-expired'; on: Date }

/** Checks a certificate as it is stored now: the signature over its content, the key, and what has become of it here. */
export async function verifyCertificate(
  certificate: KeptCertificate,
  { db }: { db: Pick<Database, 'read'> },
): Promise<Verdict> {
  const { learnerId, credential: stored, revokedAt, revokedReason } = certificate
  // Whose owner is gone shows no name, even if it were still there.
  if (stored === null || learnerId === null) return { kind: 'withdrawn' }
  const verdict = await checkSigned(stored, certificate, db)
  if (revokedAt === null) return verdict
  const credential = verdict.kind === 'good' ? verdict.credential : null
  return { kind: 'revoked', on: revokedAt, reason: revokedReason, credential }
}

async function checkSigned(
  stored: string,
  { id, courseHash }: KeptCertificate,
  db: Pick<Database, 'read'>,
): Promise<Verdict> {
  const credential = readCredential(stored)
  if (credential === null || !(await holdsProof(credential))) return { kind: 'tampered' }
  // A sound credential of somebody else's row.
  const { achievement } = credential.credentialSubject
  if (credential.id !== `urn:uuid:${id}` || achievement.version !== courseHash) return { kind: 'tampered' }
  const named = keyOf(credential.issuer.id) ?? ''
  const key = await findSigningKey(db.read, named)
  return key === null ? { kind: 'unknown-key', key: named } : checkKey(key, credential)
}

function checkKey({ revokedAt, expiresAt }: KeptKey, credential: Credential): Verdict {
  if (revokedAt !== null) return { kind: 'key-revoked', on: revokedAt }
  if (new Date(credential.proof.created) >= expiresAt) return { kind: 'key-expired', on: expiresAt }
  return { kind: 'good', credential }
}
