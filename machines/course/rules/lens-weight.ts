import { DIMENSIONS } from '../../case/quality.ts'
import type { CourseRule } from './rule.ts'

/** Without weight on a dimension, there is nothing to divide its demand by. */
export const lensWeight: CourseRule = {
  rule: 'course/lens',
  check({ course: { lens }, places }) {
    return DIMENSIONS.filter((dimension) => lens.items.every((item) => item[dimension] === 0)).map((dimension) => ({
      place: places.lens,
      message: `Expected an item of the lens with weight on ${dimension}, found none`,
    }))
  },
}
