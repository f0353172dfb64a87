import { demandsOf, roleOf } from '../../machines/course/lens.ts'
import type { Demands } from '../../machines/course/lens.ts'
import type { Role } from '../../machines/score/log.ts'
import { findRoleAnswers } from '../data/role-lenses.server.ts'
import type { Services } from '../http/context.ts'

/** What a learner's role asks, by their last complete answers. */
export type RoleAsked = { demands: Demands; role: Role; answers: ReadonlyArray<number>; answeredAt: Date }

/**
 * Null where the learner has not answered, or the questions have changed since. `course`: what was answered to the lens of this one; without
 * it, to that of any course in service.
 */
export async function roleAskedOf(
  learnerId: string | null,
  { db, courses }: Pick<Services, 'db' | 'courses'>,
  course?: string,
): Promise<RoleAsked | null> {
  if (learnerId === null) return null
  const served = (await courses.list()).filter(({ slug }) => course === undefined || slug === course)
  const given = await findRoleAnswers(
    db.read,
    learnerId,
    served.map(({ slug }) => slug),
  )
  const lens = served.find(({ slug }) => slug === given?.course)?.course.lens
  if (given === null || lens === undefined || given.answers.length !== lens.items.length) return null
  const demands = demandsOf(lens, given.answers)
  return { demands, role: roleOf(demands), answers: given.answers, answeredAt: given.answeredAt }
}
