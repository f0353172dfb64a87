import type { Image } from './case-versions.server.ts'
import type { Reader } from './database.server.ts'

/** `revision` counts the saves from 1; `savedBy` is a learner's id, null where they are gone. */
export type StoredDraft = { slug: string; source: string; revision: number; savedAt: Date; savedBy: string | null }

/** What became of a save. `conflict` brings the draft that is kept, null where there is none: nothing was written. */
export type Saved = { kind: 'saved'; revision: number } | { kind: 'conflict'; kept: StoredDraft | null }

const COLUMNS = { slug: true, source: true, revision: true, savedAt: true, savedBy: true } as const

export async function findDraft(db: Reader, slug: string): Promise<StoredDraft | null> {
  return db.draft.findUnique({ where: { slug }, select: COLUMNS })
}

/** By slug. */
export async function listDrafts(db: Reader): Promise<Array<StoredDraft>> {
  return db.draft.findMany({ select: COLUMNS, orderBy: { slug: 'asc' } })
}

/**
 * Saves a draft on top of a revision, 0 where there was none. On top of any other revision than the kept one it is a conflict, unless
 * the text is the one that is kept: an answer that was lost may have been asked for again. To be called in a transaction.
 */
export async function saveDraft(
  tx: Reader,
  draft: { slug: string; source: string; onRevision: number; now: Date; by: string },
): Promise<Saved> {
  const { slug, source, onRevision, now, by } = draft
  const kept = await findDraft(tx, slug)
  if (kept?.source === source) return { kind: 'saved', revision: kept.revision }
  if ((kept?.revision ?? 0) !== onRevision) return { kind: 'conflict', kept }
  const data = { source, revision: onRevision + 1, savedAt: now, savedBy: by }
  await tx.draft.upsert({ where: { slug }, create: { slug, ...data }, update: data })
  return { kind: 'saved', revision: data.revision }
}

/** Adds an image; the same one again changes nothing. */
export async function addDraftImage(tx: Reader, slug: string, image: Image): Promise<void> {
  await tx.draftImage.upsert({
    where: { slug_src: { slug, src: image.src } },
    create: { slug, ...image },
    update: {},
  })
}

/** By path, without what is in them. */
export async function listDraftImages(db: Reader, slug: string): Promise<Array<string>> {
  const images = await db.draftImage.findMany({ where: { slug }, select: { src: true }, orderBy: { src: 'asc' } })
  return images.map(({ src }) => src)
}

export async function findDraftImage(db: Reader, slug: string, src: string): Promise<Image | null> {
  return db.draftImage.findUnique({
    where: { slug_src: { slug, src } },
    select: { src: true, type: true, bytes: true },
  })
}

/** False where there was no such image. */
export async function removeDraftImage(tx: Reader, slug: string, src: string): Promise<boolean> {
  return (await tx.draftImage.deleteMany({ where: { slug, src } })).count === 1
}
