import { findDraft, removeDraftImage } from '../data/drafts.server.ts'
import type { Services } from '../http/context.ts'
import { keepDraft } from './keep-draft.server.ts'
import { requireCase } from './require-case.server.ts'

/** `shown`: the text shows it on that line, and nothing was removed. `gone`: there is no such image. */
export type ImageRemoved = { kind: 'removed' } | { kind: 'shown'; line: number } | { kind: 'gone' }

/** Takes an image that the text does not show out of a draft. Versions that were published keep theirs. */
export async function removeImage(
  { slug, src, by }: { slug: string; src: string; by: string },
  services: Services,
): Promise<ImageRemoved> {
  const { source, revision } = await requireCase(slug, services)
  if (revision === 0) await keepDraft({ slug, source, onRevision: 0, by }, services)
  return services.db.write(async (tx) => {
    const draft = await findDraft(tx, slug)
    const line = draft && lineWith(draft.source, src)
    if (line !== null) return { kind: 'shown', line }
    return (await removeDraftImage(tx, slug, src)) ? { kind: 'removed' } : { kind: 'gone' }
  })
}

/** Pure. The first line of a text in which a path stands, be the text readable as a case or not; null where none does. */
export function lineWith(text: string, path: string): number | null {
  const at = text.search(new RegExp(`(?<![\\w.-])${path.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`))
  return at === -1 ? null : text.slice(0, at).split('\n').length
}
