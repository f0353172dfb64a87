import type { Services } from '../http/context.ts'

/** A case of the cohort's course. */
export type CourseCaseTitle = { slug: string; title: string }

/** The cases of a course in its order, those that are in service; none where the course is not. */
export async function courseCaseTitles(
  course: string,
  { courses, library }: Pick<Services, 'courses' | 'library'>,
): Promise<Array<CourseCaseTitle>> {
  const slugs = (await courses.find(course))?.course.modules.flatMap(({ cases }) => cases) ?? []
  const found = await Promise.all(slugs.map(async (slug) => ({ slug, loaded: await library.findServed(slug) })))
  return found.flatMap(({ slug, loaded }) => (loaded ? [{ slug, title: loaded.case.title }] : []))
}
