import type { Reader } from './database.server.ts'

/** A kept profile. `decisions` is how many of the learner's log it covers. */
export type KeptProfile = { modelVersion: number; decisions: number; json: string }

export async function findProfile(db: Reader, learnerId: string): Promise<KeptProfile | null> {
  return db.profile.findUnique({
    where: { learnerId },
    select: { modelVersion: true, decisions: true, json: true },
  })
}

export async function saveProfile(db: Reader, learnerId: string, kept: KeptProfile): Promise<void> {
  await db.profile.upsert({ where: { learnerId }, create: { learnerId, ...kept }, update: kept })
}

/** Everyone who has decided anything or has a profile. */
export async function listScoredLearners(db: Reader): Promise<Array<string>> {
  const learners = await db.learner.findMany({
    where: { OR: [{ decisions: { some: {} } }, { profile: { isNot: null } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return learners.map(({ id }) => id)
}
