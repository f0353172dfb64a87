import type { Place } from '../../case/case.ts'
import { START_OF_FILE } from '../../case/parse/report.ts'
import type { CourseToJudge } from './rule.ts'

/** A slug in the front matter: in the list `cases` or `needs` of the module of this number. */
export type Listed = { slug: string; module: number; place: Place }

/** Pure. Every slug in the lists of one name, in the order of the file. */
export function listed({ course, places }: CourseToJudge, list: 'cases' | 'needs'): Array<Listed> {
  return course.modules.flatMap((found, module) =>
    (found[list] ?? []).map((slug, item) => ({
      slug,
      module,
      place: places.modules[module]?.[list][item] ?? START_OF_FILE,
    })),
  )
}
