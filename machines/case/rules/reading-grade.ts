import { readingGrade } from '../reading-grade.ts'
import { WHOLE_FILE } from './rule.ts'
import type { CaseRule } from './rule.ts'

const HIGHEST_GRADE = 11

/** The formula was made for English: a case in another language is not judged by it. */
export const readingGradeRule: CaseRule = {
  rule: 'style/reading-grade',
  check(source) {
    if (new Intl.Locale(source.language).language !== 'en') return []
    const grade = readingGrade(source)
    if (grade === null || grade <= HIGHEST_GRADE) return []
    return [
      {
        place: WHOLE_FILE,
        message: `Expected a Flesch–Kincaid grade of at most ${HIGHEST_GRADE}, found ${grade.toFixed(1)}`,
        hint: 'Shorter sentences and shorter words lower it.',
      },
    ]
  },
}
