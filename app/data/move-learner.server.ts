import type { Placed } from '../../machines/play/merge-logs.ts'
import { withdrawCertificates } from './certificates.server.ts'
import type { Reader } from './database.server.ts'

/** What moves: everything that hangs off `from` becomes `to`'s, with the decisions of both placed anew. */
type Move = { from: string; to: string; placed: ReadonlyArray<Placed> }

/**
 * Makes all that a guest has the rows of another learner, and the guest go. Where only one can be kept, the learner's own stays: their
 * reminder address, their place in a cohort. Of two plans for a course the one written last stays. A certificate that the learner has
 * too is withdrawn: nobody could take the name off it later.
 * @returns false, with nothing changed, where `placed` is not what the two logs hold by now; true where there is no such guest any more,
 * because they went or signed up meanwhile
 */
export async function moveLearner(db: Reader, { from, to, placed }: Move): Promise<boolean> {
  if ((await db.learner.count({ where: { id: from, account: null } })) === 0) return true
  const decisions = await db.decision.count({ where: { learnerId: { in: [from, to] } } })
  if (decisions !== placed.length) return false
  const move = { where: { learnerId: from }, data: { learnerId: to } }
  await db.attempt.updateMany(move)
  await placeDecisions(db, { from, to, placed })
  await db.commitment.updateMany(move)
  await db.roleLens.updateMany(move)
  await movePlans(db, from, to)
  await moveOnes(db, from, to)
  // Caches of logs that are no more: what decisions counted as may differ now, so their cohorts are counted anew.
  await db.profile.deleteMany({ where: { learnerId: { in: [from, to] } } })
  await db.countedLearner.deleteMany({ where: { learnerId: { in: [from, to] } } })
  // Who is counting `to` just now as they were comes too late with it.
  await db.cohortCount.updateMany({
    where: { cohort: { members: { some: { learnerId: to } } } },
    data: { revision: { increment: 1 } },
  })
  await withdrawCertificates(db, from)
  await db.learner.delete({ where: { id: from } })
  return true
}

/** Through places below zero, since a place can be taken only once at any moment. */
async function placeDecisions(db: Reader, { from, to, placed }: Move): Promise<void> {
  const last = { where: { learnerId: to }, select: { order: true }, orderBy: { order: 'desc' } } as const
  const own = (await db.decision.findFirst(last))?.order ?? -1
  await db.$executeRaw`UPDATE "Decision" SET "order" = -1 - "order" WHERE "learnerId" = ${to}`
  await db.$executeRaw`UPDATE "Decision" SET "learnerId" = ${to}, "order" = -2 - ${own} - "order" WHERE "learnerId" = ${from}`
  for (const { attempt, seq, order, exposure } of placed) {
    await db.decision.update({ where: { attemptId_seq: { attemptId: attempt, seq } }, data: { order, exposure } })
  }
}

async function movePlans(db: Reader, from: string, to: string): Promise<void> {
  const own = await db.plan.findMany({ where: { learnerId: to }, select: { course: true, writtenAt: true } })
  for (const { course, writtenAt } of own) {
    const { count } = await db.plan.deleteMany({ where: { learnerId: from, course, writtenAt: { lte: writtenAt } } })
    const isNewer = count === 0 && (await db.plan.count({ where: { learnerId: from, course } })) === 1
    if (isNewer) await db.plan.delete({ where: { learnerId_course: { learnerId: to, course } } })
  }
  await db.plan.updateMany({ where: { learnerId: from }, data: { learnerId: to } })
}

/** What there is one of for a learner: it moves where they have none. */
async function moveOnes(db: Reader, from: string, to: string): Promise<void> {
  const data = { learnerId: to }
  if ((await db.reminderAddress.count({ where: data })) === 0) {
    await db.reminderAddress.updateMany({ where: { learnerId: from }, data })
  }
  const certified = await db.certificate.findMany({ where: data, select: { course: true } })
  const courses = certified.map(({ course }) => course)
  await db.certificate.updateMany({ where: { learnerId: from, course: { notIn: courses } }, data })
  const memberships = await db.cohortMember.findMany({ where: data, select: { cohortId: true } })
  const cohorts = memberships.map(({ cohortId }) => cohortId)
  await db.cohortMember.updateMany({ where: { learnerId: from, cohortId: { notIn: cohorts } }, data })
}
