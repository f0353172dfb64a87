import { LRUCache } from 'lru-cache'
import { caseReport } from '../../machines/cohort/case-report.ts'
import type { CaseReport } from '../../machines/cohort/case-report.ts'
import type { LoadedCase } from '../cases/library.server.ts'
import { countStill, findTally, listTallyRevisions } from '../data/cohort-counts.server.ts'
import type { KeptCount, TallyRevision } from '../data/cohort-counts.server.ts'
import type { Services } from '../http/context.ts'
import { STUCK_AFTER_MS } from '../../machines/cohort/progress.ts'
import { bringUpToDate } from './count-cohort.server.ts'
import { tallyFrom } from './learner-count.ts'
import { versionProgress } from './version-progress.ts'
import type { VersionProgress } from './version-progress.ts'

/** A case that somebody has begun, on the version with the most ended attempts. */
export type ReportedCase = {
  slug: string
  loaded: LoadedCase
  /** Null while fewer than ten have ended it. */
  report: CaseReport | null
  /** First attempts at the case, in any version. */
  started: number
  ended: number
  /** First attempts that ended on another version: they are not in the report. */
  elsewhere: number
}

/** How far a cohort is with a case, over all its versions. */
type CaseCounts = { started: number; ended: number; decided: number; still: number }

export type CohortReports = {
  cases: Map<string, ReportedCase>
  progress: Map<string, CaseCounts>
  kept: KeptCount
}

type Tools = Pick<Services, 'db' | 'library' | 'clock'>

/** By cohort, version and revision of its tally: what is kept under it can't be stale. */
const reports = new LRUCache<string, { report: CaseReport | null }>({ max: 500 })

/** How a cohort decides in these cases, as far as they were begun, by its learners' logs as they are now. */
export async function cohortReports(
  cohortId: string,
  slugs: ReadonlyArray<string>,
  tools: Tools,
): Promise<CohortReports> {
  const kept = await bringUpToDate(cohortId, tools)
  const stillSince = new Date(tools.clock.now().getTime() - STUCK_AFTER_MS)
  const versions = versionProgress(tallyFrom(kept.progress))
  const revisions = await listTallyRevisions(tools.db, cohortId)
  const still = await countStill(tools.db, cohortId, stillSince)
  const cases = new Map<string, ReportedCase>()
  const progress = new Map<string, CaseCounts>()
  for (const slug of slugs) {
    const own = versions.filter((version) => version.slug === slug)
    progress.set(slug, { ...totalOf(own), still: still.get(slug) ?? 0 })
    const reported = await reportedCase({ cohortId, versions: own, revisions }, tools)
    if (reported !== null) cases.set(slug, reported)
  }
  return { cases, progress, kept }
}

type Begun = { cohortId: string; versions: ReadonlyArray<VersionProgress>; revisions: ReadonlyArray<TallyRevision> }

async function reportedCase(
  { cohortId, versions, revisions }: Begun,
  { db, library }: Tools,
): Promise<ReportedCase | null> {
  const [most] = versions
  const loaded = most ? await library.findVersion(most.hash) : null
  if (!most || loaded === null) return null
  const { started, ended } = totalOf(versions)
  const tally = revisions.find(({ slug, hash }) => slug === most.slug && hash === most.hash)
  const key = `${cohortId} ${most.slug} ${most.hash} ${tally?.revision ?? 'none'}`
  const known = reports.get(key)
  const report = known
    ? known.report
    : caseReport(loaded.case, tallyFrom((await findTally(db, cohortId, most)) ?? '{}'))
  reports.set(key, { report })
  return { slug: most.slug, loaded, report, started, ended, elsewhere: ended - most.ended }
}

/** Pure. */
function totalOf(versions: ReadonlyArray<VersionProgress>): Omit<CaseCounts, 'still'> {
  const sum = (of: 'started' | 'ended' | 'decided') => versions.reduce((total, version) => total + version[of], 0)
  return { started: sum('started'), ended: sum('ended'), decided: sum('decided') }
}
