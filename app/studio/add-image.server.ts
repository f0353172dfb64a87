import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { addDraftImage } from '../data/drafts.server.ts'
import type { Services } from '../http/context.ts'
import { MOST_IMAGE_BYTES } from '../components/image-bounds.ts'
import { placeImage } from './image-kind.ts'
import type { Refusal } from './image-kind.ts'
import { keepDraft } from './keep-draft.server.ts'
import { requireCase } from './require-case.server.ts'

/** `src` is the path to write in a `Figure`. */
export type ImageAdded = { kind: 'added'; src: string } | { kind: 'refused'; why: Refusal }

/** Adds an image to a draft. What it is, its content tells; its name and the type that the browser claims count for nothing. */
export async function addImage(
  sent: { slug: string; file: unknown; by: string },
  services: Services,
): Promise<ImageAdded> {
  const { slug, file, by } = sent
  if (!(file instanceof File) || file.size === 0) return { kind: 'refused', why: 'none' }
  if (file.size > MOST_IMAGE_BYTES) return { kind: 'refused', why: 'large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const found = await fileTypeFromBuffer(bytes)
  const placed = placeImage(file.name, found?.mime, markOf(bytes))
  if (placed.kind === 'refused') return placed
  const { src, type } = placed
  const { source, revision } = await requireCase(slug, services)
  // An image belongs to a draft: one is begun from the last version where there is none.
  if (revision === 0) await keepDraft({ slug, source, onRevision: 0, by }, services)
  await services.db.write((tx) => addDraftImage(tx, slug, { src, type, bytes }))
  return { kind: 'added', src }
}

function markOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 6)
}
