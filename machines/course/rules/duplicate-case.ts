import { listed } from './listed.ts'
import type { CourseRule } from './rule.ts'

export const duplicateCase: CourseRule = {
  rule: 'course/duplicate-case',
  check(judged) {
    const seen = new Set<string>()
    return listed(judged, 'cases').flatMap(({ slug, place }) => {
      const isNew = !seen.has(slug)
      seen.add(slug)
      return isNew ? [] : [{ place, message: `Expected each case once in a course, found "${slug}" again` }]
    })
  },
}
