import { LRUCache } from 'lru-cache'
import { parseCourse } from '../../machines/case/parse-course.ts'
import type { Course } from '../../machines/case/parse-course.ts'
import { findCourseSource, listCourseVersions } from '../data/course-versions.server.ts'
import type { CourseVersion } from '../data/course-versions.server.ts'
import type { Database } from '../data/database.server.ts'
import { compileProse } from './compile.server.ts'
import { imageUrl } from './compile-version.server.ts'

/** The version of a course that is in service. */
export type LoadedCourse = { slug: string; hash: string; course: Course }

export type Courses = {
  find: (slug: string) => Promise<LoadedCourse | null>
  /** In the order of the slugs. */
  list: () => Promise<Array<LoadedCourse>>
  /** What the author says of a course, as HTML. */
  bodyHtml: (loaded: LoadedCourse) => Promise<string>
}

const KEPT_IN_MEMORY = 20

/**
 * The published courses. As with the cases, what is kept in memory is keyed by hash, and which version is in service is asked each time.
 * A version that an older program let pass and this one refuses leaves the one before it in service.
 */
export function createCourses(db: Database): Courses {
  const courses = new LRUCache<string, { course: Course | null }>({
    max: KEPT_IN_MEMORY,
    fetchMethod: async (hash) => ({ course: await load(db, hash) }),
  })
  const bodies = new LRUCache<string, { html: string }, Course>({
    max: KEPT_IN_MEMORY,
    fetchMethod: async (hash, _stale, { context }) => ({
      html: await compileProse(context.body, (src) => imageUrl(hash, src)),
    }),
  })

  /** The newest version of each course that can be read. */
  async function served(versions: ReadonlyArray<CourseVersion>): Promise<Array<LoadedCourse>> {
    const found = new Map<string, LoadedCourse>()
    for (const { slug, hash } of versions) {
      const course = found.has(slug) ? null : (await courses.forceFetch(hash)).course
      if (course) found.set(slug, { slug, hash, course })
    }
    return [...found.values()]
  }

  return {
    find: async (slug) => (await served(await listCourseVersions(db.read, slug)))[0] ?? null,
    list: async () => served(await listCourseVersions(db.read)),
    bodyHtml: async ({ hash, course }) => (await bodies.forceFetch(hash, { context: course })).html,
  }
}

async function load(db: Database, hash: string): Promise<Course | null> {
  const source = await findCourseSource(db.read, hash)
  return source === null ? null : parseCourse(source, null).course
}
