import { progressOf } from '../../machines/course/progress.ts'
import { courseStanding } from './standing.server.ts'
import type { CourseServices } from './standing.server.ts'

/** Where a learner stands in one course: each case, each thing that completing it takes, and whether all is done. */
type ToldProgress = {
  course: string
  title: string
  cases: Array<{ slug: string; status: string }>
  requirements: Array<{ requirement: string; done: number; of: number }>
  isComplete: boolean
}

/** Where a learner stands in each course in service, those left out in which nothing was done. */
export async function listProgress(learnerId: string, services: CourseServices): Promise<Array<ToldProgress>> {
  const all = await services.courses.list()
  const told = await Promise.all(
    all.map(async (loaded) => {
      const { facts } = await courseStanding(learnerId, loaded, services)
      const { modules, requirements, isComplete } = progressOf(loaded.course, facts)
      return {
        course: loaded.slug,
        title: loaded.course.title,
        cases: modules.flatMap(({ cases }) => cases.map(({ slug, status }) => ({ slug, status }))),
        requirements: requirements.map(({ requirement, done, of }) => ({ requirement, done, of })),
        isComplete,
      }
    }),
  )
  return told.filter(
    ({ cases, requirements }) =>
      cases.some(({ status }) => status === 'under-way' || status === 'done') ||
      requirements.some(({ done }) => done > 0),
  )
}
