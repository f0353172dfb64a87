import { randomUUID } from 'node:crypto'
import { giveCertificate } from '../../app/credentials/give-certificate.server.ts'
import { createSigningKeys } from '../../app/credentials/signing-keys.server.ts'
import type { SigningKeys } from '../../app/credentials/signing-keys.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import type { Database } from '../../app/data/database.server.ts'
import { aCompletion } from '../fixtures/completed-course.ts'
import { TEST_SECRET } from './server.ts'
import type { TestServer } from './server.ts'
import { stored } from './stored.ts'
import { movableClock } from './test-clock.ts'

type Clock = ReturnType<typeof movableClock>
type Options = { clock?: Clock; secret?: string; say?: (line: string) => void }

/** What gives certificates, as another process of the same installation has it. */
export type Office = { db: Database; keys: SigningKeys; clock: Clock; close: () => Promise<void> }

/** Opens a migrated database to give certificates from it. */
export async function anOffice(database: string, options: Options = {}): Promise<Office> {
  const { clock = movableClock(), secret = TEST_SECRET, say = () => {} } = options
  const db = await openDatabase(database)
  return { db, clock, keys: createSigningKeys({ db, secret, now: clock.now, say }), close: () => db.close() }
}

/** A learner who has completed the course; gives their id. */
export async function aGraduate({ db, clock }: Office): Promise<string> {
  const id = randomUUID()
  const { hash, slug } = aCompletion().course
  const version = { hash, slug, source: '', createdAt: clock.now() }
  await db.write(async (tx) => {
    await tx.learner.create({ data: { id, createdAt: clock.now() } })
    await tx.courseVersion.upsert({ where: { hash }, create: version, update: {} })
  })
  return id
}

/** A certificate given to a new graduate. */
export async function aCertificate(office: Office, name = 'Łukasz Żółć'): Promise<{ id: string; learnerId: string }> {
  const learnerId = await aGraduate(office)
  const { id } = await giveCertificate({ learnerId, name, completion: aCompletion() }, office)
  return { id, learnerId }
}

/** A certificate of the course in service, given to this learner; gives its id. */
export async function certificateOf({ database }: TestServer, learnerId: string): Promise<string> {
  const [course] = stored<{ slug: string; hash: string }>(database, 'SELECT "slug", "hash" FROM "CourseVersion"')
  if (!course) throw new Error('Expected a course in service')
  const completion = aCompletion({ course: { ...course, title: 'Run It, Lead It' } })
  const office = await anOffice(database)
  const { id } = await giveCertificate({ learnerId, name: 'Ola Nowak', completion }, office)
  await office.close()
  return id
}
