import { LRUCache } from 'lru-cache'
import { parseCourse } from '../../machines/case/parse-course.ts'
import type { Course } from '../../machines/case/parse-course.ts'
import { findCourseSource, findServedCourse, listServedCourses } from '../data/course-versions.server.ts'
import type { Database } from '../data/database.server.ts'
import { compileProse } from './compile.server.ts'

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

/** The published courses. As with the cases, what is kept in memory is keyed by hash, and which version is in service is asked each time. */
export function createCourses(db: Database): Courses {
  const courses = new LRUCache<string, Course>({ max: KEPT_IN_MEMORY, fetchMethod: (hash) => load(db, hash) })
  const bodies = new LRUCache<string, { html: string }, Course>({
    max: KEPT_IN_MEMORY,
    fetchMethod: async (_hash, _stale, { context }) => ({ html: await compileProse(context.body) }),
  })

  async function loaded({ slug, hash }: { slug: string; hash: string }): Promise<LoadedCourse> {
    return { slug, hash, course: await courses.forceFetch(hash) }
  }

  return {
    find: async (slug) => {
      const served = await findServedCourse(db.read, slug)
      return served && loaded(served)
    },
    list: async () => Promise.all((await listServedCourses(db.read)).map(loaded)),
    bodyHtml: async ({ hash, course }) => (await bodies.forceFetch(hash, { context: course })).html,
  }
}

async function load(db: Database, hash: string): Promise<Course> {
  const source = await findCourseSource(db.read, hash)
  const course = source === null ? null : parseCourse(source).course
  if (!course) throw new Error(`Expected course version ${hash} to pass the checks that it was published by`)
  return course
}
