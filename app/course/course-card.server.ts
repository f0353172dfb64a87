import type { Services } from '../http/context.ts'
import { nextIn, progressIn, progressText } from './course-view.ts'
import { coursePartsOf } from './show-course.server.ts'

/** A course in small. `done` of `of` cases; `next` is null where nothing can be done now. */
export type CourseCard = {
  slug: string
  title: string
  to: string
  done: number
  of: number
  /** "3 of 8 cases played to an ending". */
  progress: string
  next: { to: string; label: string; title: string } | null
  isComplete: boolean
}

/** The course that a learner is in: of several, the one in which they have come furthest; null where none is in service. */
export async function courseCard(learnerId: string | null, services: Services): Promise<CourseCard | null> {
  const cards = await Promise.all((await services.courses.list()).map((loaded) => cardOf(loaded)))
  return cards.sort((one, other) => other.done - one.done)[0] ?? null

  async function cardOf(loaded: Parameters<typeof coursePartsOf>[1]): Promise<CourseCard> {
    const parts = await coursePartsOf(learnerId, loaded, services)
    const progress = progressIn(parts)
    const cases = progress.modules.flatMap((module) => module.cases)
    const next = nextIn(parts, progress)
    return {
      slug: loaded.slug,
      title: loaded.course.title,
      to: `/courses/${loaded.slug}`,
      done: cases.filter(({ status }) => status === 'done').length,
      of: cases.length,
      progress: progressText(progress),
      next: next && { to: next.to, label: next.label, title: next.title },
      isComplete: progress.isComplete,
    }
  }
}
