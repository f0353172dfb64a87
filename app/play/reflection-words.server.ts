import { slugsOf } from '../../machines/course/progress.ts'
import { REFLECTION_WORDS } from '../../machines/course/reflection.ts'
import type { Services } from '../http/context.ts'

/** How many words a course asks for in each answer after this case; null where no course in service asks for them. */
export async function reflectionWordsFor(slug: string, { courses }: Pick<Services, 'courses'>): Promise<number | null> {
  const asks = (await courses.list()).some(
    ({ course }) => course.completion.includes('reflections') && slugsOf(course).includes(slug),
  )
  return asks ? REFLECTION_WORDS : null
}
