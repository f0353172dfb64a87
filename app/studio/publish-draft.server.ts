import { hasErrors } from '../../machines/case/problem.ts'
import { COMPILER } from '../cases/compile.server.ts'
import { hashSource } from '../cases/hash-source.server.ts'
import { imagesInCase } from '../cases/images-in.ts'
import { compileVersion } from '../cases/compile-version.server.ts'
import { publishVersion, saveCompiled } from '../data/case-versions.server.ts'
import type { Image } from '../data/case-versions.server.ts'
import type { Database } from '../data/database.server.ts'
import { findDraft, findDraftImage } from '../data/drafts.server.ts'
import type { StoredDraft } from '../data/drafts.server.ts'
import type { Services } from '../http/context.ts'
import { checkSource } from './check-source.server.ts'
import { requireCase } from './require-case.server.ts'

/**
 * What became of a wish to publish. `errors`: there are so many, and nothing was published. `moved`: the draft is another one by now
 * than the one that was read.
 */
export type DraftPublished =
  | { kind: 'published'; hash: string }
  | { kind: 'in-service' }
  | { kind: 'errors'; count: number }
  | { kind: 'moved'; kept: StoredDraft | null }

/** Publishes a draft as it was at a revision, after the server's own check of it. */
export async function publishDraft(slug: string, revision: number, services: Services): Promise<DraftPublished> {
  const { db, checker, clock } = services
  const studioCase = await requireCase(slug, services)
  if (studioCase.revision !== revision) return { kind: 'moved', kept: await findDraft(db.read, slug) }
  const { source, images, newest, withdrawnAt } = studioCase
  const hash = hashSource(source)
  if (newest === hash && withdrawnAt === null) return { kind: 'in-service' }
  const checked = await checkSource(source, images, checker)
  if (checked.case === null || hasErrors(checked.problems)) {
    return { kind: 'errors', count: checked.problems.filter(({ severity }) => severity === 'error').length }
  }
  const shown = await readImages(db, slug, imagesInCase(checked.case))
  const json = await compileVersion(hash, checked.case)
  const isSame = await db.write(async (tx) => {
    // Who saved while the text was being compiled is not to find another text in service than the one they were told of.
    const now = await findDraft(tx, slug)
    if ((now?.revision ?? 0) !== revision) return false
    await publishVersion(tx, { slug, hash, source, images: shown, now: clock.now() })
    await saveCompiled(tx, { hash, compiler: COMPILER, json })
    return true
  })
  return isSame ? { kind: 'published', hash } : { kind: 'moved', kept: await findDraft(db.read, slug) }
}

async function readImages(db: Database, slug: string, paths: ReadonlySet<string>): Promise<Array<Image>> {
  const images = await Promise.all([...paths].map((src) => findDraftImage(db.read, slug, src)))
  return images.filter((image) => image !== null)
}
