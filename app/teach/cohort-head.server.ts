import type { Courses } from '../cases/courses.server.ts'
import type { CohortHeadView } from '../components/cohort-views.ts'
import type { Cohort } from '../data/cohorts.server.ts'
import { dayRange } from './day-range.ts'

/** What stands at the top of every page of a cohort. A course that is no longer in service is told by its slug. */
export async function cohortHead(cohort: Cohort, courses: Courses): Promise<CohortHeadView> {
  return {
    id: cohort.id,
    name: cohort.name,
    course: await courseTitle(cohort.course, courses),
    days: dayRange(cohort),
    isArchived: cohort.archivedAt !== null,
  }
}

export async function courseTitle(slug: string, courses: Courses): Promise<string> {
  return (await courses.find(slug))?.course.title ?? slug
}
