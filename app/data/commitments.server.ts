import { z } from 'zod'
import type { Reader } from './database.server.ts'

export type Commitment = { when: string; will: string; witness: string | null; dueOn: string }

/** What became of a commitment. */
export const RESULTS = ['done', 'partly', 'not'] as const

export type CommitmentResult = (typeof RESULTS)[number]

/** A commitment as it is kept. `result` is null until the learner has looked back; `happened` may be left from an earlier day. */
export type KeptCommitment = Commitment & {
  attemptId: string
  result: CommitmentResult | null
  happened: string | null
  lookedBackAt: Date | null
}

type Owner = { attemptId: string; learnerId: string }

const WRITTEN = { when: true, will: true, witness: true, dueOn: true } as const
const KEPT = { ...WRITTEN, attemptId: true, result: true, happened: true, lookedBackAt: true } as const

const resultSchema = z.enum(RESULTS).nullable()

export async function findCommitment(db: Reader, attemptId: string): Promise<Commitment | null> {
  return db.commitment.findUnique({ where: { attemptId }, select: WRITTEN })
}

/** A learner's commitment; null where there is none or where it belongs to someone else. */
export async function findOwnCommitment(db: Reader, owner: Owner): Promise<KeptCommitment | null> {
  const found = await db.commitment.findFirst({ where: owner, select: KEPT })
  return found && { ...found, result: resultSchema.parse(found.result) }
}

/** All commitments of a learner with the case version of each, in the order of their days. */
export async function listCommitments(
  db: Reader,
  learnerId: string,
): Promise<Array<KeptCommitment & { slug: string; hash: string }>> {
  const found = await db.commitment.findMany({
    where: { learnerId },
    select: { ...KEPT, attempt: { select: { slug: true, hash: true } } },
    orderBy: [{ dueOn: 'asc' }, { createdAt: 'asc' }],
  })
  return found.map(({ attempt, ...kept }) => ({ ...kept, ...attempt, result: resultSchema.parse(kept.result) }))
}

/** On another day it asks again, and reminds again; what was written at the last look back stays to be read. */
const ASKS_AGAIN = { result: null, lookedBackAt: null, remindedAt: null } as const

/** Keeps the one commitment of an attempt; sent again, it replaces the one before. */
export async function saveCommitment(db: Reader, owner: Owner, commitment: Commitment, now: Date): Promise<void> {
  const kept = await findCommitment(db, owner.attemptId)
  const isMoved = kept !== null && kept.dueOn !== commitment.dueOn
  await db.commitment.upsert({
    where: { attemptId: owner.attemptId },
    create: { ...owner, ...commitment, createdAt: now },
    update: { ...commitment, ...(isMoved ? ASKS_AGAIN : {}) },
  })
}

/** Keeps what became of a commitment; answered again, it replaces the answer before. */
export async function saveLookBack(
  db: Reader,
  owner: Owner,
  answer: { result: CommitmentResult; happened: string | null },
  now: Date,
): Promise<void> {
  await db.commitment.updateMany({ where: owner, data: { ...answer, lookedBackAt: now } })
}

/** Gives a commitment that did not happen another day. */
export async function moveCommitment(
  db: Reader,
  owner: Owner,
  moved: { dueOn: string; happened: string | null },
): Promise<void> {
  await db.commitment.updateMany({ where: owner, data: { ...moved, ...ASKS_AGAIN } })
}

export async function deleteCommitment(db: Reader, owner: Owner): Promise<void> {
  await db.commitment.deleteMany({ where: owner })
}
