import type { Image } from './case-versions.server.ts'
import type { Reader } from './database.server.ts'

/** One version of a course, by the hash of its text. */
export type CourseVersion = { slug: string; hash: string }

const NEWEST = { createdAt: 'desc' } as const

/** All versions of one course, or of all courses in the order of their slugs; the newest of each, which is in service, first. */
export function listCourseVersions(db: Reader, slug?: string): Promise<Array<CourseVersion>> {
  return db.courseVersion.findMany({
    where: slug === undefined ? {} : { slug },
    select: { slug: true, hash: true },
    orderBy: [{ slug: 'asc' }, NEWEST],
  })
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
  version: CourseVersion & { source: string; images: ReadonlyArray<Image>; now: Date },
): Promise<void> {
  const { slug, hash, source, images, now } = version
  const last = await db.courseVersion.findFirst({ where: { slug }, select: { createdAt: true }, orderBy: NEWEST })
  const createdAt = new Date(Math.max(now.getTime(), (last?.createdAt.getTime() ?? 0) + 1))
  const create = { slug, hash, source, createdAt, images: { create: [...images] } }
  await db.courseVersion.upsert({ where: { hash }, create, update: {} })
}
