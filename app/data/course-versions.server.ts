import type { Reader } from './database.server.ts'

export type ServedCourse = { slug: string; hash: string }

const NEWEST = { createdAt: 'desc' } as const

/** The version in service of each course, in the order of the slugs. */
export async function listServedCourses(db: Reader): Promise<Array<ServedCourse>> {
  const versions = await db.courseVersion.findMany({ select: { slug: true, hash: true }, orderBy: NEWEST })
  const served = new Map<string, ServedCourse>()
  for (const version of versions) if (!served.has(version.slug)) served.set(version.slug, version)
  return [...served.values()].sort((one, other) => (one.slug < other.slug ? -1 : 1))
}

export async function findServedCourse(db: Reader, slug: string): Promise<ServedCourse | null> {
  return db.courseVersion.findFirst({ where: { slug }, select: { slug: true, hash: true }, orderBy: NEWEST })
}

/** The slug under which a text was once put into service; null where it never was. */
export async function findCourseSlug(db: Reader, hash: string): Promise<string | null> {
  const version = await db.courseVersion.findUnique({ where: { hash }, select: { slug: true } })
  return version?.slug ?? null
}

export async function findCourseSource(db: Reader, hash: string): Promise<string | null> {
  const version = await db.courseVersion.findUnique({ where: { hash }, select: { source: true } })
  return version?.source ?? null
}

/**
 * Puts a version into service: it becomes the newest of its slug, even where the clock was set back since the last one. One that is kept
 * already stays as it is.
 */
export async function saveCourseVersion(
  db: Reader,
  version: ServedCourse & { source: string; now: Date },
): Promise<void> {
  const { slug, hash, source, now } = version
  const last = await db.courseVersion.findFirst({ where: { slug }, select: { createdAt: true }, orderBy: NEWEST })
  const createdAt = new Date(Math.max(now.getTime(), (last?.createdAt.getTime() ?? 0) + 1))
  await db.courseVersion.upsert({ where: { hash }, create: { slug, hash, source, createdAt }, update: {} })
}
