import type { Finding } from '../../case/rules/rule.ts'
import { listed } from './listed.ts'
import type { CourseRule } from './rule.ts'

/** Also about `needs`: what a module needs is a case of the course, since nothing else is ever done in it. */
export const unknownCase: CourseRule = {
  rule: 'course/unknown-case',
  check(judged) {
    const cases = listed(judged, 'cases')
    const own = new Set(cases.map(({ slug }) => slug))
    return [
      ...cases.flatMap(({ slug, place }): Array<Finding> => {
        const found = judged.cases.get(slug)
        if (found === undefined)
          return [{ place, message: `Expected a case beside the course, found none called "${slug}"` }]
        if (found !== 'faulty') return []
        const hint = 'check that case by itself to see what is wrong in it'
        return [{ place, message: `Expected a case without errors, found some in "${slug}"`, hint }]
      }),
      ...listed(judged, 'needs').flatMap(({ slug, place }) =>
        own.has(slug) ? [] : [{ place, message: `Expected \`needs\` to name a case of this course, found "${slug}"` }],
      ),
    ]
  },
}
