import { sceneOnLine } from '../../machines/case/scene-at.ts'
import { hashSource } from '../cases/hash-source.server.ts'
import type { OtherDraft, StudioPage } from '../components/studio-views.ts'
import { namesOf } from '../data/authors.server.ts'
import type { StoredDraft } from '../data/drafts.server.ts'
import type { Services } from '../http/context.ts'
import type { StudioCase } from './require-case.server.ts'
import { showDraft } from './show-draft.server.ts'
import type { StudioAddress } from './studio-address.ts'

/** The page on which a case is written. */
export async function showStudio(found: StudioCase, asked: StudioAddress, services: Services): Promise<StudioPage> {
  const { slug, source, revision, savedAt, savedBy, newest, withdrawnAt, images } = found
  const shown = await showDraft(
    found,
    asked.scene ?? (asked.line === null ? null : sceneOnLine(source, asked.line)),
    services,
  )
  return {
    slug,
    title: shown.title ?? slug,
    source,
    revision,
    saved: savedAt && { at: savedAt.toISOString(), by: await nameOf(savedBy, services) },
    service:
      newest === null
        ? null
        : {
            hash: newest,
            isDraft: hashSource(source) === newest,
            withdrawnOn: withdrawnAt?.toISOString() ?? null,
          },
    images: [...images].sort(),
    imageProblem: asked.imageProblem,
    line: asked.line,
    shown,
  }
}

/** A draft that stands in the way of a save, for whoever meant to save. */
export async function otherDraft(kept: StoredDraft | null, services: Services): Promise<OtherDraft | null> {
  if (kept === null) return null
  const { revision, source, savedAt, savedBy } = kept
  return { revision, source, savedAt: savedAt.toISOString(), savedBy: await nameOf(savedBy, services) }
}

async function nameOf(learnerId: string | null, { db }: Services): Promise<string | null> {
  return learnerId === null ? null : ((await namesOf(db.read, [learnerId])).get(learnerId) ?? null)
}
