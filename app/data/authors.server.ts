import type { Reader } from './database.server.ts'

/** The names of people by their ids. */
export async function namesOf(db: Reader, ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, string>> {
  const found = await db.account.findMany({
    where: { learnerId: { in: [...ids] } },
    select: { learnerId: true, name: true },
  })
  return new Map(found.map(({ learnerId, name }) => [learnerId, name]))
}
