import type { Reader } from './database.server.ts'

/** What a colleague would rate an option: 0 to 4, null on a dimension that the decision does not rate. */
export type StoredRating = {
  raterId: string
  node: string
  choice: string
  execution: number | null
  influence: number | null
}

export async function listRatings(db: Reader, hash: string): Promise<Array<StoredRating>> {
  return db.blindRating.findMany({
    where: { hash },
    select: { raterId: true, node: true, choice: true, execution: true, influence: true },
    orderBy: [{ raterId: 'asc' }, { node: 'asc' }, { choice: 'asc' }],
  })
}

export async function hasRated(db: Reader, hash: string, raterId: string): Promise<boolean> {
  return (await db.blindRating.findFirst({ where: { hash, raterId }, select: { node: true } })) !== null
}

/** Keeps what one rater says of a version. Fails with a unique-key error where they have rated it before. */
export async function keepRatings(
  tx: Reader,
  rated: { hash: string; raterId: string; now: Date; ratings: ReadonlyArray<Omit<StoredRating, 'raterId'>> },
): Promise<void> {
  const { hash, raterId, now, ratings } = rated
  await tx.blindRating.createMany({ data: ratings.map((rating) => ({ ...rating, hash, raterId, ratedAt: now })) })
}
