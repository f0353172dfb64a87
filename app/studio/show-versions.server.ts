import { parseCase } from '../../machines/case/parse-case.ts'
import type { Case } from '../../machines/case/case.ts'
import { hashSource } from '../cases/hash-source.server.ts'
import type { StayView, VersionRow, VersionsPage } from '../components/studio-views.ts'
import { findSource } from '../data/case-versions.server.ts'
import { countUnderWay, listPublications } from '../data/publications.server.ts'
import type { StoredPublication } from '../data/publications.server.ts'
import type { Services } from '../http/context.ts'
import { checkSource } from './check-source.server.ts'
import type { StudioCase } from './require-case.server.ts'
import { changeViews } from './change-view.ts'

/** The history of a case, and what publishing its draft would change. */
export async function showVersions(found: StudioCase, services: Services): Promise<VersionsPage> {
  const { db, checker } = services
  const { slug, source, revision, newest, withdrawnAt, images } = found
  const [publications, underWay, checked] = await Promise.all([
    listPublications(db.read, slug),
    countUnderWay(db.read, slug),
    checkSource(source, images, checker),
  ])
  const numbers = numbersOf(publications)
  const cases = new Map<string, Case | null>()
  for (const hash of numbers.keys()) cases.set(hash, await versionCase(hash, services))
  const stayOn = (hash: string | null | undefined): StayView | null => {
    const learners = hash == null ? 0 : (underWay.get(hash) ?? 0)
    return hash == null || learners === 0 ? null : { learners, number: numbers.get(hash) ?? 0 }
  }
  const versions = publications.map(({ hash, publishedAt }, index): VersionRow => {
    const before = publications[index + 1]
    return {
      number: numbers.get(hash) ?? 0,
      hash,
      publishedAt: publishedAt.toISOString(),
      isInService: index === 0 && withdrawnAt === null,
      // A version that came back stands in the history twice.
      canComeBack: withdrawnAt !== null || hash !== newest,
      underWay: underWay.get(hash) ?? 0,
      changes: before ? changeViews(cases.get(before.hash) ?? null, cases.get(hash) ?? null) : null,
      stay: stayOn(before?.hash),
    }
  })
  const isNew = hashSource(source) !== newest
  return {
    slug,
    title: checked.title ?? slug,
    withdrawnOn: withdrawnAt?.toISOString() ?? null,
    draft: isNew
      ? {
          revision,
          changes: newest === null ? null : changeViews(cases.get(newest) ?? null, checked.case),
          stay: stayOn(newest),
          errors: checked.problems.filter(({ severity }) => severity === 'error').length,
        }
      : null,
    versions,
  }
}

/** Versions are counted in the order in which each first came into service. */
function numbersOf(publications: ReadonlyArray<StoredPublication>): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { hash } of [...publications].reverse()) if (!numbers.has(hash)) numbers.set(hash, numbers.size + 1)
  return numbers
}

/** A version was checked before it was published: reading it again is safe. */
async function versionCase(hash: string, { db, library }: Services): Promise<Case | null> {
  const loaded = await library.findVersion(hash)
  if (loaded) return loaded.case
  const source = await findSource(db.read, hash)
  return source === null ? null : parseCase(source, null).case
}
