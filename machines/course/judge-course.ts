import { sortProblems } from '../case/problem.ts'
import type { Problem } from '../case/problem.ts'
import { problemOf } from '../case/rules/rule.ts'
import { courseCoverage } from './rules/course-coverage.ts'
import { cycle } from './rules/cycle.ts'
import { duplicateCase } from './rules/duplicate-case.ts'
import { lensWeight } from './rules/lens-weight.ts'
import type { CourseRule, CourseToJudge } from './rules/rule.ts'
import { unknownCase } from './rules/unknown-case.ts'

/** Every rule of `course/*`. */
export const COURSE_RULES: ReadonlyArray<CourseRule> = [unknownCase, duplicateCase, cycle, lensWeight, courseCoverage]

/** Pure. What the rules of courses find in one whose front matter has been read, in the order of the file. */
export function judgeCourse(judged: CourseToJudge): Array<Problem> {
  return sortProblems(
    COURSE_RULES.flatMap(({ rule, check }) => check(judged).map((finding) => problemOf(rule, finding))),
  )
}
