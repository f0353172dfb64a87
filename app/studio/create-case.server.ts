import { newCaseSource } from '../cases/new-case.ts'
import type { Services } from '../http/context.ts'
import { keepDraft } from './keep-draft.server.ts'
import { findCase } from './require-case.server.ts'

/** Begins a case from the template of `case new`. False where there is one at that address already. */
export async function createCase(
  { slug, title, by }: { slug: string; title: string; by: string },
  services: Services,
): Promise<boolean> {
  if ((await findCase(slug, services)) !== null) return false
  const kept = await keepDraft({ slug, source: newCaseSource(title), onRevision: 0, by }, services)
  return kept.kind === 'saved'
}
