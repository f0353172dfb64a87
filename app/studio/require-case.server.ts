import { findNewestHash, findSource, listImages } from '../data/case-versions.server.ts'
import { findDraft, listDraftImages } from '../data/drafts.server.ts'
import { findWithdrawal } from '../data/publications.server.ts'
import type { Services } from '../http/context.ts'

/** A case as the studio knows it. */
export type StudioCase = {
  slug: string
  /** The draft, or, where there is none, the version that was published last. */
  source: string
  /** Of the draft; 0 where there is none. */
  revision: number
  savedAt: Date | null
  savedBy: string | null
  /** The version that was published last; null where none ever was. */
  newest: string | null
  withdrawnAt: Date | null
  /** The paths of its images. */
  images: ReadonlySet<string>
}

/** The case of this slug; 404 where there is neither a draft nor a version. */
export async function requireCase(slug: string, services: Pick<Services, 'db'>): Promise<StudioCase> {
  const found = await findCase(slug, services)
  if (found === null) throw new Response(null, { status: 404 })
  return found
}

export async function findCase(slug: string, { db }: Pick<Services, 'db'>): Promise<StudioCase | null> {
  const [draft, newest, withdrawnAt] = await Promise.all([
    findDraft(db.read, slug),
    findNewestHash(db.read, slug),
    findWithdrawal(db.read, slug),
  ])
  const known = { slug, newest, withdrawnAt }
  if (draft !== null) {
    const { source, revision, savedAt, savedBy } = draft
    const images = new Set(await listDraftImages(db.read, slug))
    return { ...known, source, revision, savedAt, savedBy, images }
  }
  const source = newest === null ? null : await findSource(db.read, newest)
  if (newest === null || source === null) return null
  const images = new Set((await listImages(db.read, newest)).map(({ src }) => src))
  return { ...known, source, revision: 0, savedAt: null, savedBy: null, images }
}
