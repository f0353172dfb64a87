import type { Reader } from './database.server.ts'

/** One time that a version was put into service. */
export type StoredPublication = { id: number; hash: string; publishedAt: Date }

/** The newest first. */
export async function listPublications(db: Reader, slug: string): Promise<Array<StoredPublication>> {
  return db.publication.findMany({
    where: { slug },
    select: { id: true, hash: true, publishedAt: true },
    orderBy: { id: 'desc' },
  })
}

/** The slugs under which anything was ever in service. */
export async function listPublishedSlugs(db: Reader): Promise<Array<string>> {
  const slugs = await db.publication.groupBy({ by: ['slug'], orderBy: { slug: 'asc' } })
  return slugs.map(({ slug }) => slug)
}

/** How many attempts there are by slug. */
export async function countAttempts(db: Reader): Promise<ReadonlyMap<string, number>> {
  const counts = await db.attempt.groupBy({ by: ['slug'], _count: { id: true } })
  return new Map(counts.map(({ slug, _count }) => [slug, _count.id]))
}

/** How many learners have an attempt under way on each version of a case, by hash. */
export async function countUnderWay(db: Reader, slug: string): Promise<ReadonlyMap<string, number>> {
  const pairs = await db.attempt.groupBy({ by: ['hash', 'learnerId'], where: { slug, ending: null } })
  const counts = new Map<string, number>()
  for (const { hash } of pairs) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return counts
}

/** When a case was taken out of service; null while it is in service or was never published. */
export async function findWithdrawal(db: Reader, slug: string): Promise<Date | null> {
  const found = await db.withdrawal.findUnique({ where: { slug }, select: { withdrawnAt: true } })
  return found?.withdrawnAt ?? null
}

export async function listWithdrawn(db: Reader): Promise<ReadonlySet<string>> {
  const found = await db.withdrawal.findMany({ select: { slug: true } })
  return new Set(found.map(({ slug }) => slug))
}

/** Takes a case out of service. Its versions stay, so that whoever plays one finishes. */
export async function withdraw(tx: Reader, slug: string, now: Date): Promise<void> {
  await tx.withdrawal.upsert({ where: { slug }, create: { slug, withdrawnAt: now }, update: {} })
}

export async function endWithdrawal(tx: Reader, slug: string): Promise<void> {
  await tx.withdrawal.deleteMany({ where: { slug } })
}
