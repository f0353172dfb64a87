import { randomUUID } from 'node:crypto'
import { createCertificate, findCertificateOf } from '../data/certificates.server.ts'
import { isTaken } from '../data/database.server.ts'
import type { Database } from '../data/database.server.ts'
import { credentialOf } from './credential.ts'
import type { CompletedCourse } from './credential.ts'
import { didOf } from './did-key.ts'
import { BADGES_CONTEXT, CREDENTIALS_CONTEXT } from './document-loader.server.ts'
import { readName } from './learner-name.ts'
import { signCredential } from './proof.server.ts'
import type { SigningKeys } from './signing-keys.server.ts'

type Tools = { db: Database; keys: SigningKeys; clock: { now: () => Date } }

type Asked = { learnerId: string; name: string; completion: CompletedCourse & { isComplete: boolean } }

/**
 * Gives a learner the certificate of a course, once: asked again, or by two at the same time, it is the one certificate that they
 * have, under the name that it was given first.
 * @throws Error where the course is not complete, or the name can't stand on a certificate
 */
export async function giveCertificate({ learnerId, name, completion }: Asked, tools: Tools): Promise<{ id: string }> {
  const { db, keys, clock } = tools
  const { course } = completion
  if (!completion.isComplete) throw new Error(`Expected ${course.slug} to be complete, found it is not`)
  const read = readName(name)
  if (read.kind === 'problem') throw new Error(`Expected a name for the certificate, found: ${read.problem}`)
  const given = await findCertificateOf(db.read, learnerId, course.slug)
  if (given) return { id: given.id }

  const key = await keys.current()
  const [id, now] = [randomUUID(), clock.now()]
  const statement = credentialOf({ id, name: read.name, completed: completion, issuer: didOf(key.publicKey), now }, [
    CREDENTIALS_CONTEXT,
    BADGES_CONTEXT,
  ])
  const credential = await signCredential(statement, key)
  const kept = { id, learnerId, course: course.slug, courseHash: course.hash, issuedAt: now, credential }
  try {
    await db.write((tx) => createCertificate(tx, kept))
    return { id }
  } catch (error) {
    const other = isTaken(error) ? await findCertificateOf(db.read, learnerId, course.slug) : null
    if (!other) throw error
    return { id: other.id }
  }
}
