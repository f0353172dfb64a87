import { findNewestHash, putIntoService } from '../data/case-versions.server.ts'
import { listPublications, withdraw } from '../data/publications.server.ts'
import type { Services } from '../http/context.ts'

/** Takes a case out of the library. Who plays it finishes. False where it was never in service. */
export async function withdrawCase(slug: string, { db, clock }: Services): Promise<boolean> {
  return db.write(async (tx) => {
    if ((await findNewestHash(tx, slug)) === null) return false
    await withdraw(tx, slug, clock.now())
    return true
  })
}

/** Puts an earlier version of a case back into service; it was checked when it was first published. False where it is none. */
export async function rollBack(slug: string, hash: string, { db, clock }: Services): Promise<boolean> {
  return db.write(async (tx) => {
    const publications = await listPublications(tx, slug)
    if (!publications.some((publication) => publication.hash === hash)) return false
    await putIntoService(tx, { slug, hash }, clock.now())
    return true
  })
}
