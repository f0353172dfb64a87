import { demandsOf, roleOf } from '../../machines/course/lens.ts'
import type { Demands } from '../../machines/course/lens.ts'
import type { Role } from '../../machines/score/log.ts'
import { findRoleAnswers } from '../data/role-lenses.server.ts'
import type { Services } from '../http/context.ts'

/** What a learner's role asks, by their last complete answers. */
export type RoleAsked = { demands: Demands; role: Role; answers: ReadonlyArray<number>; answeredAt: Date }

/** Null where the learner has not answered, or the questions have changed since. */
export async function roleAskedOf(
  learnerId: string | null,
  { db, guide }: Pick<Services, 'db' | 'guide'>,
): Promise<RoleAsked | null> {
  if (learnerId === null || guide.role === null) return null
  const { course, lens } = guide.role
  const given = await findRoleAnswers(db.read, learnerId, course)
  if (given === null || given.answers.length !== lens.items.length) return null
  const demands = demandsOf(lens, given.answers)
  return { demands, role: roleOf(demands), ...given }
}
