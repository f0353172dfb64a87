import type { Reader } from './database.server.ts'

/** Someone with an account. */
export type Author = { learnerId: string; name: string; role: string }

export async function findAuthor(db: Reader, learnerId: string): Promise<Author | null> {
  return db.account.findUnique({ where: { learnerId }, select: { learnerId: true, name: true, role: true } })
}

/** The names of people by their ids. */
export async function namesOf(db: Reader, ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, string>> {
  const found = await db.account.findMany({
    where: { learnerId: { in: [...ids] } },
    select: { learnerId: true, name: true },
  })
  return new Map(found.map(({ learnerId, name }) => [learnerId, name]))
}
