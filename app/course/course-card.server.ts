import type { CourseCardView } from '../components/home-views.ts'
import { nextIn, progressIn, progressText } from './course-view.ts'
import { coursePartsOf } from './show-course.server.ts'
import type { CourseServices } from './standing.server.ts'

/** The course that a learner is in: of several, the one in which they have come furthest; null where none is in service. */
export async function courseCard(learnerId: string, services: CourseServices): Promise<CourseCardView | null> {
  const courses = await services.courses.list()
  const cards = await Promise.all(courses.map((loaded) => cardOf(learnerId, loaded, services)))
  return cards.sort((one, other) => other.done - one.done)[0]?.card ?? null
}

async function cardOf(
  learnerId: string,
  loaded: Parameters<typeof coursePartsOf>[1],
  services: CourseServices,
): Promise<{ done: number; card: CourseCardView }> {
  const parts = await coursePartsOf(learnerId, loaded, services)
  const progress = progressIn(parts)
  const cases = progress.modules.flatMap((module) => module.cases)
  return {
    done: cases.filter(({ status }) => status === 'done').length,
    card: {
      title: loaded.course.title,
      to: `/courses/${loaded.slug}`,
      howFar: progressText(progress),
      next: nextIn(parts, progress),
    },
  }
}
