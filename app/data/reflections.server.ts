import type { Reader } from './database.server.ts'

export type Answer = { question: number; answer: string }

export async function listReflections(db: Reader, attemptId: string): Promise<Array<Answer>> {
  return db.reflection.findMany({
    where: { attemptId },
    select: { question: true, answer: true },
    orderBy: { question: 'asc' },
  })
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
