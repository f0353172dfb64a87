import type { Reader } from './database.server.ts'

export type Commitment = { when: string; will: string; witness: string | null; dueOn: string }

export async function findCommitment(db: Reader, attemptId: string): Promise<Commitment | null> {
  return db.commitment.findUnique({
    where: { attemptId },
    select: { when: true, will: true, witness: true, dueOn: true },
  })
}

/** Keeps the one commitment of an attempt; sent again, it replaces the one before. */
export async function saveCommitment(
  db: Reader,
  owner: { attemptId: string; learnerId: string },
  commitment: Commitment,
  now: Date,
): Promise<void> {
  await db.commitment.upsert({
    where: { attemptId: owner.attemptId },
    create: { ...owner, ...commitment, createdAt: now },
    update: commitment,
  })
}
