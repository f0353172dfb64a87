import { z } from 'zod'

const LONGEST_NAME = 80

/** What is typed about a cohort. */
export type CohortFields = { name: string; course: string; startsOn: string; endsOn: string }

export type CohortProblems = Partial<Record<keyof CohortFields, string>>

export const cohortFieldsSchema = z.strictObject({
  name: z.string().max(20_000),
  course: z.string().max(200),
  startsOn: z.string().max(40),
  endsOn: z.string().max(40),
})

/** What is kept of a cohort. Days are YYYY-MM-DD. */
type CohortData = { name: string; course: string; startsOn: string | null; endsOn: string | null }

/**
 * Pure. What a form says about a cohort, or what is wrong with each of its fields.
 * @param courses the slugs that can be attached
 */
export function readCohort(
  fields: CohortFields,
  courses: ReadonlyArray<string>,
): { cohort: CohortData } | { problems: CohortProblems } {
  const name = fields.name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  const startsOn = readDay(fields.startsOn)
  const endsOn = readDay(fields.endsOn)
  const problems: CohortProblems = {
    ...nameProblem(name),
    ...(courses.includes(fields.course) ? {} : { course: 'Choose one of the courses.' }),
    ...(startsOn === undefined ? { startsOn: DAY_PROBLEM } : {}),
    ...(endsOn === undefined ? { endsOn: DAY_PROBLEM } : {}),
    ...(startsOn && endsOn && endsOn < startsOn
      ? { endsOn: 'The last day lies before the first. Change one of them.' }
      : {}),
  }
  if (Object.keys(problems).length > 0 || startsOn === undefined || endsOn === undefined) return { problems }
  return { cohort: { name, course: fields.course, startsOn, endsOn } }
}

const DAY_PROBLEM = 'Pick a day, or leave it empty.'

function nameProblem(name: string): CohortProblems {
  const { length } = [...name]
  if (length === 0) return { name: 'Give it a name that its learners will recognise.' }
  if (length > LONGEST_NAME) return { name: `Keep it to ${LONGEST_NAME} characters; this is ${length}.` }
  return {}
}

/** Null where none is given, undefined where it is no day. */
function readDay(text: string): string | null | undefined {
  if (text.trim() === '') return null
  return z.iso.date().safeParse(text.trim()).data
}
