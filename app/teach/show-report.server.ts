import type { CompetencyId } from '../../machines/case/case.ts'
import { caseReport } from '../../machines/cohort/case-report.ts'
import type { CaseProgressRow, ReportView } from '../components/report-views.ts'
import type { FirstAttempt } from '../data/cohort-log.server.ts'
import type { CohortSummary } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'
import { cohortHead } from './cohort-head.server.ts'
import { cohortTallies } from './cohort-tally.server.ts'
import type { CaseTally } from './cohort-tally.server.ts'
import { decisionStats, placedDecisions } from './decision-view.ts'
import { flowView } from './flow-view.ts'
import { heatView } from './heat-view.ts'
import type { ReportedCase } from './heat-view.ts'
import { courseCaseTitles } from './people.server.ts'
import { STILL_MS } from './progress.ts'
import type { CourseCaseTitle } from './progress.ts'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

export type CohortReport = {
  cases: Array<CourseCaseTitle>
  reported: Array<ReportedCase>
  attempts: Array<FirstAttempt>
}

/** How a cohort decided in every case of its course that was begun. */
export async function reportCohort(cohort: CohortSummary, services: Services): Promise<CohortReport> {
  const cases = await courseCaseTitles(cohort.course, services)
  const slugs = cases.map(({ slug }) => slug)
  const { tallies, attempts } = await cohortTallies(cohort.id, slugs, services)
  const reported = slugs.flatMap((slug): Array<ReportedCase> => {
    const counted = tallies.get(slug)
    return counted ? [{ counted, report: caseReport(counted.loaded.case, counted.tally) }] : []
  })
  return { cases, reported, attempts: attempts.filter(({ slug }) => slugs.includes(slug)) }
}

/** What is looked at: a case and one of its decisions; null for the first that there is something of. */
type Looked = { slug: string | null; decision: string | null }

/** The page of how a cohort decides. */
export async function showReport(cohort: CohortSummary, looked: Looked, services: Services): Promise<ReportView> {
  const { cases, reported, attempts } = await reportCohort(cohort, services)
  const now = services.clock.now().getTime()
  const names = competencyNames(services)
  const chosen =
    reported.find(({ counted }) => counted.slug === looked.slug) ??
    reported.find(({ report }) => report !== null) ??
    reported[0]
  const active = new Set(
    attempts.filter((attempt) => now - lastOf(attempt) < WEEK_MS).map(({ learnerId }) => learnerId),
  )
  return {
    head: await cohortHead(cohort, services.courses),
    facts: {
      learners: cohort.members,
      active: active.size,
      decisions: attempts.reduce((sum, { decided }) => sum + decided, 0),
      joinCode: cohort.joinCode,
    },
    cases: reported.map(({ counted }) => ({
      slug: counted.slug,
      title: counted.loaded.case.title,
      isChosen: counted === chosen?.counted,
    })),
    chosen: chosen ? chosenView(chosen, looked.decision, names) : null,
    heat: heatView(reported, names),
    progress: progressRows(cases, { reported, attempts, now }),
  }
}

/** The names of the competencies as people read them. */
export function competencyNames({ guide }: Pick<Services, 'guide'>): (id: CompetencyId) => string {
  return (id) => guide.competencies[id].name
}

function chosenView(
  { counted, report }: ReportedCase,
  wanted: string | null,
  names: (id: CompetencyId) => string,
): ReportView['chosen'] {
  const { slug, loaded } = counted
  const placed = placedDecisions(loaded)
  const place = Math.max(
    0,
    placed.findIndex(({ decision }) => decision.id === wanted),
  )
  const open = report === null ? undefined : placed[place]
  return {
    slug,
    title: loaded.case.title,
    language: loaded.case.language,
    note: noteOf(counted, report?.learners ?? null),
    flow: report && flowView(loaded.case, report),
    decision:
      open && report
        ? decisionStats(
            open,
            report.decisions.find(({ id }) => id === open.decision.id),
            { loaded, names },
          )
        : null,
    previous: placed[place - 1]?.decision.id ?? null,
    next: placed[place + 1]?.decision.id ?? null,
    decisions: placed.map(({ scene, decision, number }) => ({
      id: decision.id,
      title: `${number} ${scene.title ?? 'Untitled scene'}`,
      isChosen: decision.id === open?.decision.id,
    })),
  }
}

function noteOf({ started, ended, elsewhere }: CaseTally, shown: number | null): string {
  const reached = `${ended} of ${started} reached an ending.`
  if (shown === null) return `${reached} How they decided is shown once ten have.`
  const others =
    elsewhere === 0
      ? ''
      : ` ${elsewhere === 1 ? 'One of them' : `${elsewhere} of them`} played another version and ${elsewhere === 1 ? 'is' : 'are'} not in it.`
  return `Width is learners. ${reached} Those who did are counted.${others}`
}

type Counted = { reported: ReadonlyArray<ReportedCase>; attempts: ReadonlyArray<FirstAttempt>; now: number }

/** Pure. How far a cohort is with each case of its course. */
export function progressRows(
  cases: ReadonlyArray<CourseCaseTitle>,
  { reported, attempts, now }: Counted,
): Array<CaseProgressRow> {
  return cases.map(({ slug, title }) => {
    const begun = attempts.filter((attempt) => attempt.slug === slug)
    const open = begun.filter(({ ending }) => ending === null)
    const minutes = reported.find(({ counted }) => counted.slug === slug)?.report?.minutes ?? null
    return {
      slug,
      title,
      started: begun.length,
      ended: begun.length - open.length,
      minutes: minutes === null ? '·' : `${minutes} min`,
      still: open.filter((attempt) => now - lastOf(attempt) > STILL_MS).length,
    }
  })
}

function lastOf({ startedAt, lastAt }: FirstAttempt): number {
  return (lastAt ?? startedAt).getTime()
}
