import type { Reader } from './database.server.ts'

/** How often something was tried under a key, until `expire`. */
export type Tries = { points: number; expire: Date | null }

/**
 * Adds to what a key has, which begins anew once its time is over. `isFresh` begins it anew in any case. What is over goes: nothing
 * is kept of whom was let in.
 */
export async function addTries(
  db: Reader,
  { key, points, expire, isFresh, now }: Tries & { key: string; isFresh: boolean; now: Date },
): Promise<Tries> {
  await db.rateLimit.deleteMany({ where: { expire: { lte: now } } })
  return db.rateLimit.upsert({
    where: { key },
    create: { key, points, expire },
    update: isFresh ? { points, expire } : { points: { increment: points } },
    select: { points: true, expire: true },
  })
}

export async function findTries(db: Reader, key: string, now: Date): Promise<Tries | null> {
  const where = { key, OR: [{ expire: null }, { expire: { gt: now } }] }
  return db.rateLimit.findFirst({ where, select: { points: true, expire: true } })
}

/** Says whether there was anything to forget. */
export async function forgetTries(db: Reader, key: string): Promise<boolean> {
  return (await db.rateLimit.deleteMany({ where: { key } })).count > 0
}
