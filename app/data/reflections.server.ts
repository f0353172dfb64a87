import type { Reader } from './database.server.ts'

export type Answer = { question: number; answer: string }

export async function listReflections(db: Reader, attemptId: string): Promise<Array<Answer>> {
  return db.reflection.findMany({
    where: { attemptId },
    select: { question: true, answer: true },
    orderBy: { question: 'asc' },
  })
}

/** Every answer of a learner, in whichever attempt. */
export async function listAnswers(db: Reader, learnerId: string): Promise<Array<Answer & { attemptId: string }>> {
  return db.reflection.findMany({
    where: { attempt: { learnerId } },
    select: { attemptId: true, question: true, answer: true },
  })
}

/** How many questions a learner has answered in each of their attempts. */
export async function countReflections(db: Reader, learnerId: string): Promise<Map<string, number>> {
  const counted = await db.reflection.groupBy({
    by: ['attemptId'],
    where: { attempt: { learnerId } },
    _count: { question: true },
  })
  return new Map(counted.map(({ attemptId, _count }) => [attemptId, _count.question]))
}

/** Keeps answers; an answer that is sent again replaces the one before. */
export async function saveReflections(
  db: Reader,
  attemptId: string,
  answers: ReadonlyArray<Answer>,
  now: Date,
): Promise<void> {
  for (const { question, answer } of answers) {
    await db.reflection.upsert({
      where: { attemptId_question: { attemptId, question } },
      create: { attemptId, question, answer, answeredAt: now },
      update: { answer, answeredAt: now },
    })
  }
}
