import { slugsOf } from '../../machines/course/progress.ts'
import type { LoadedCourse } from '../cases/courses.server.ts'
import type { CourseCase } from './course-cases.ts'
import type { CourseStanding } from './standing.server.ts'
import type { CourseServices } from './standing.server.ts'

/** The cases of a course in its order. A case that was taken out of the library is still told. */
export async function courseCases(
  { course }: LoadedCourse,
  { attempts }: CourseStanding,
  { library }: CourseServices,
): Promise<Array<CourseCase>> {
  return Promise.all(
    slugsOf(course).map(async (slug) => {
      const served = await library.findServed(slug)
      if (served) return { slug, loaded: served, isServed: true }
      const { underWay = null, ended = [] } = attempts.get(slug) ?? {}
      const played = underWay ?? ended[0]
      return { slug, loaded: played ? await library.findVersion(played.hash) : null, isServed: false }
    }),
  )
}
