import type { Reader } from './database.server.ts'

/** One real decision. `decideOn`: its day, as YYYY-MM-DD. */
type PlanStep = { competency: string; decision: string; decideOn: string; witness: string }

/** `lookBackOn`: the day to look back, as YYYY-MM-DD. */
export type Plan = { lookBackOn: string; steps: Array<PlanStep> }

export async function findPlan(
  db: Reader,
  learnerId: string,
  course: string,
): Promise<(Plan & { writtenAt: Date }) | null> {
  return db.plan.findUnique({
    where: { learnerId_course: { learnerId, course } },
    select: {
      lookBackOn: true,
      writtenAt: true,
      steps: {
        select: { competency: true, decision: true, decideOn: true, witness: true },
        orderBy: { place: 'asc' },
      },
    },
  })
}

/** Keeps the one plan of a learner in a course; written again, it replaces the one before. */
export async function savePlan(
  db: Reader,
  owner: { learnerId: string; course: string },
  { lookBackOn, steps }: Plan,
  now: Date,
): Promise<void> {
  await db.plan.upsert({
    where: { learnerId_course: owner },
    create: { ...owner, lookBackOn, writtenAt: now },
    update: { lookBackOn, writtenAt: now },
  })
  await db.planStep.deleteMany({ where: owner })
  for (const [place, step] of steps.entries()) await db.planStep.create({ data: { ...owner, place, ...step } })
}

/** What a learner has meant to do so far, the newest first. */
export async function listMeant(
  db: Reader,
  learnerId: string,
): Promise<Array<{ attemptId: string; slug: string; when: string; will: string; dueOn: string }>> {
  const commitments = await db.commitment.findMany({
    where: { learnerId },
    select: { attemptId: true, when: true, will: true, dueOn: true, attempt: { select: { slug: true } } },
    orderBy: { createdAt: 'desc' },
  })
  return commitments.map(({ attempt, ...commitment }) => ({ ...commitment, slug: attempt.slug }))
}
