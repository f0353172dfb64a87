import type { Case } from '../../case/case.ts'
import type { CourseHead, CoursePlaces } from '../../case/parse-course.ts'
import type { Rule } from '../../case/problem.ts'
import type { Finding } from '../../case/rules/rule.ts'

/** A course with the cases beside it, by slug: `faulty` where one has an error, none where there is no such case. */
export type CourseToJudge = {
  course: CourseHead
  places: CoursePlaces
  cases: ReadonlyMap<string, Case | 'faulty'>
}

export type CourseRule = { rule: Rule; check: (judged: CourseToJudge) => Array<Finding> }
