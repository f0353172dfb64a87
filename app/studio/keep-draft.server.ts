import { findSourceProblem, normaliseSource } from '../../machines/case/source.ts'
import { findNewestHash, listImages } from '../data/case-versions.server.ts'
import type { Reader } from '../data/database.server.ts'
import { addDraftImage, saveDraft } from '../data/drafts.server.ts'
import type { Saved } from '../data/drafts.server.ts'
import type { Services } from '../http/context.ts'

/** What became of a text that was sent. `refused`: it is no text that a file can hold; nothing was written. */
export type Kept = Saved | { kind: 'refused'; reason: string }

/** Saves what someone wrote on top of a revision. A case without a draft gets one, with the images of its last version. */
export async function keepDraft(
  sent: { slug: string; source: string; onRevision: number; by: string },
  { db, clock }: Services,
): Promise<Kept> {
  const source = normaliseSource(sent.source)
  const fault = findSourceProblem(source)
  if (fault) return { kind: 'refused', reason: fault.message }
  return db.write(async (tx) => {
    const saved = await saveDraft(tx, { ...sent, source, now: clock.now() })
    if (saved.kind === 'saved' && saved.revision === 1) await takeImages(tx, sent.slug)
    return saved
  })
}

async function takeImages(tx: Reader, slug: string): Promise<void> {
  const newest = await findNewestHash(tx, slug)
  if (newest === null) return
  for (const image of await listImages(tx, newest)) await addDraftImage(tx, slug, image)
}
