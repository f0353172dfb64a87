import type { CourseView } from '../components/course-views.ts'
import type { LoadedCourse } from '../cases/courses.server.ts'
import { courseCases } from './course-cases.server.ts'
import { courseView } from './course-view.ts'
import type { CourseParts } from './course-view.ts'
import { courseStanding } from './standing.server.ts'
import type { CourseServices } from './standing.server.ts'

/** The page of a course for a learner, or for a visitor; null where no such course is in service. */
export async function showCourse(
  learnerId: string | null,
  slug: string,
  services: CourseServices,
): Promise<CourseView | null> {
  const loaded = await services.courses.find(slug)
  if (loaded === null) return null
  const parts = await coursePartsOf(learnerId, loaded, services)
  return courseView(parts, { bodyHtml: await services.courses.bodyHtml(loaded), isLearner: learnerId !== null })
}

/** What is told of a course and a learner in it. */
export async function coursePartsOf(
  learnerId: string | null,
  loaded: LoadedCourse,
  services: CourseServices,
): Promise<CourseParts> {
  const standing = await courseStanding(learnerId, loaded, services)
  return { loaded, standing, cases: await courseCases(loaded, standing, services) }
}
