import type { Checked } from '../cases/check-worker.ts'
import { hashSource } from '../cases/hash-source.server.ts'
import type { CaseRow } from '../components/studio-views.ts'
import { namesOf } from '../data/authors.server.ts'
import { listDrafts } from '../data/drafts.server.ts'
import { countAttempts, listPublishedSlugs } from '../data/publications.server.ts'
import type { Services } from '../http/context.ts'
import { checkSource, knownCheck } from './check-source.server.ts'
import { findCase } from './require-case.server.ts'
import type { StudioCase } from './require-case.server.ts'

/** How long the page waits for the checks of texts that nobody has looked at since the start. */
const PATIENCE_MS = 1_500

/** Every case there is, by slug, with its health. */
export async function listCases(services: Services): Promise<Array<CaseRow>> {
  const { db } = services
  const [published, drafts, attempts] = await Promise.all([
    listPublishedSlugs(db.read),
    listDrafts(db.read),
    countAttempts(db.read),
  ])
  const slugs = [...new Set([...published, ...drafts.map(({ slug }) => slug)])].sort()
  const cases = (await Promise.all(slugs.map((slug) => findCase(slug, services)))).filter((found) => found !== null)
  const names = await namesOf(
    db.read,
    cases.flatMap(({ savedBy }) => savedBy ?? []),
  )
  await within(PATIENCE_MS, checkAll(cases, services))
  return cases.map((found) => rowOf(found, attempts.get(found.slug) ?? 0, names))
}

/** One text after the other: whoever is writing waits for no more than one of them. */
async function checkAll(cases: ReadonlyArray<StudioCase>, { checker }: Services): Promise<void> {
  for (const { source, images } of cases) await checkSource(source, images, checker)
}

/** Waits for something, but no longer than that; a failure is told where the text is opened. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const settled = work.catch(() => undefined)
  await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, ms).unref())])
}

function rowOf(found: StudioCase, attempts: number, names: ReadonlyMap<string, string>): CaseRow {
  const { slug, source, savedAt, savedBy, newest, withdrawnAt, images } = found
  const checked = knownCheck(source, images)
  const isDraft = savedAt !== null && hashSource(source) !== newest
  return {
    slug,
    title: checked?.title ?? titleLine(source) ?? slug,
    draft: isDraft
      ? { savedAt: savedAt.toISOString(), savedBy: savedBy === null ? null : (names.get(savedBy) ?? null) }
      : null,
    service: newest === null ? null : { hash: newest, withdrawnOn: withdrawnAt?.toISOString() ?? null },
    attempts,
    problems: countsOf(checked),
  }
}

function countsOf(checked: Checked | undefined): CaseRow['problems'] {
  if (!checked) return null
  const errors = checked.problems.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: checked.problems.length - errors }
}

/** The title of a text that was not checked yet, if it stands on a line of its own: reading YAML is for the check process. */
function titleLine(source: string): string | null {
  return /^title: *["']?(.+?)["']? *$/m.exec(source.slice(0, 2_000))?.[1] ?? null
}
