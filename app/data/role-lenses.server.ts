import { z } from 'zod'
import type { Reader } from './database.server.ts'

/** What a learner answered, in the order of the items: 1–5 each. */
export type RoleAnswers = { answers: Array<number>; answeredAt: Date }

const answersSchema = z.array(z.number().int().min(1).max(5))

/** The last complete answers of a learner to the lens of one of these courses; null where there are none. */
export async function findRoleAnswers(
  db: Reader,
  learnerId: string,
  courses: ReadonlyArray<string>,
): Promise<(RoleAnswers & { course: string }) | null> {
  const last = await db.roleLens.findFirst({
    where: { learnerId, course: { in: [...courses] } },
    select: { course: true, answers: true, answeredAt: true },
    orderBy: { id: 'desc' },
  })
  return last && { ...last, answers: answersSchema.parse(JSON.parse(last.answers)) }
}

/** When a learner answered the lens of a course, each time. */
export async function listRoleAnswered(db: Reader, learnerId: string, course: string): Promise<Array<Date>> {
  const answered = await db.roleLens.findMany({
    where: { learnerId, course },
    select: { answeredAt: true },
    orderBy: { id: 'asc' },
  })
  return answered.map(({ answeredAt }) => answeredAt)
}

/** Adds answers to those that were given before. */
export async function saveRoleAnswers(
  db: Reader,
  lens: { learnerId: string; course: string; answers: ReadonlyArray<number>; now: Date },
): Promise<void> {
  const { learnerId, course, answers, now } = lens
  await db.roleLens.create({ data: { learnerId, course, answers: JSON.stringify(answers), answeredAt: now } })
}
