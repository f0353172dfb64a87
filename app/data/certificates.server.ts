import type { Reader } from './database.server.ts'

/** A certificate as it is kept. `credential` is null, and nobody's, once the learner has deleted their data. */
export type KeptCertificate = {
  id: string
  learnerId: string | null
  course: string
  courseHash: string
  issuedAt: Date
  credential: string | null
  revokedAt: Date | null
  revokedReason: string | null
}

const ALL = {
  id: true,
  learnerId: true,
  course: true,
  courseHash: true,
  issuedAt: true,
  credential: true,
  revokedAt: true,
  revokedReason: true,
} as const

export async function findCertificate(db: Reader, id: string): Promise<KeptCertificate | null> {
  return db.certificate.findUnique({ where: { id }, select: ALL })
}

/** The one certificate of a learner for a course. */
export async function findCertificateOf(
  db: Reader,
  learnerId: string,
  course: string,
): Promise<KeptCertificate | null> {
  return db.certificate.findUnique({ where: { learnerId_course: { learnerId, course } }, select: ALL })
}

/** The oldest first. */
export async function listCertificates(db: Reader): Promise<Array<KeptCertificate>> {
  return db.certificate.findMany({ select: ALL, orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }] })
}

/** Fails as taken where the learner has one for the course already. */
export async function createCertificate(
  db: Reader,
  certificate: {
    id: string
    learnerId: string
    course: string
    courseHash: string
    issuedAt: Date
    credential: string
  },
): Promise<void> {
  await db.certificate.create({ data: certificate })
}

/** False where it was revoked before: the first date and reason stay. */
export async function revokeCertificate(
  db: Reader,
  { id, reason, now }: { id: string; reason: string; now: Date },
): Promise<boolean> {
  const { count } = await db.certificate.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now, revokedReason: reason },
  })
  return count > 0
}

/** Takes the name out of a learner's certificates; their pages stay and say so. To be called before the learner is deleted. */
export async function withdrawCertificates(db: Reader, learnerId: string): Promise<void> {
  await db.certificate.updateMany({ where: { learnerId }, data: { learnerId: null, credential: null } })
}

/** The version of a course that was published last. */
export async function findNewestCourseHash(db: Reader, slug: string): Promise<string | null> {
  const newest = await db.courseVersion.findFirst({
    where: { slug },
    select: { hash: true },
    orderBy: { createdAt: 'desc' },
  })
  return newest?.hash ?? null
}
