import type { LoadedCase } from '../cases/library.server.ts'

/** A case of a course. `loaded`: the version in service or, where there is none, the one that the learner played. */
export type CourseCase = { slug: string; loaded: LoadedCase | null; isServed: boolean }

/** Pure. The slugs that can't be begun at present. */
export function unavailableIn(cases: ReadonlyArray<CourseCase>): Set<string> {
  return new Set(cases.filter(({ isServed }) => !isServed).map(({ slug }) => slug))
}

/** Pure. What a case is called, even where nothing else is known of it. */
export function titleOf({ slug, loaded }: CourseCase): string {
  return loaded?.case.title ?? slug
}
