import type { CompetencyId } from '../../machines/case/case.ts'
import { reliabilityOf } from '../../machines/cohort/reliability.ts'
import type { CaseProgressRow, ReportView } from '../components/report-views.ts'
import { countActive } from '../data/cohort-counts.server.ts'
import type { CohortSummary } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'
import { cohortHead } from './cohort-head.server.ts'
import { cohortReports } from './cohort-reports.server.ts'
import type { CohortReports, ReportedCase } from './cohort-reports.server.ts'
import { courseCaseTitles } from './course-cases.server.ts'
import type { CourseCaseTitle } from './course-cases.server.ts'
import { decisionStats, placedDecisions } from './decision-view.ts'
import { flowView } from './flow-view.ts'
import { heatView } from './heat-view.ts'
import { tallyFrom } from './learner-count.ts'
import { reliabilityText } from './reliability-text.ts'

const WEEK_MS = 7 * 86_400_000

type Tools = Pick<Services, 'db' | 'library' | 'courses' | 'guide' | 'clock'>

export type CohortReport = CohortReports & {
  titles: Array<CourseCaseTitle>
  /** In the order of the course. */
  reported: Array<ReportedCase>
}

/** How a cohort decided in every case of its course that was begun. */
export async function reportCohort(cohort: CohortSummary, services: Tools): Promise<CohortReport> {
  const titles = await courseCaseTitles(cohort.course, services)
  const slugs = titles.map(({ slug }) => slug)
  const reports = await cohortReports(cohort.id, slugs, services)
  return { ...reports, titles, reported: slugs.flatMap((slug) => reports.cases.get(slug) ?? []) }
}

/** What is looked at: a case and one of its decisions; null for the first that there is something of. */
type Looked = { slug: string | null; decision: string | null }

/** The page of how a cohort decides. */
export async function showReport(cohort: CohortSummary, looked: Looked, services: Tools): Promise<ReportView> {
  const found = await reportCohort(cohort, services)
  const { titles, reported, progress, kept } = found
  const names = competencyNames(services)
  const chosen =
    reported.find(({ slug }) => slug === looked.slug) ?? reported.find(({ report }) => report !== null) ?? reported[0]
  const since = new Date(services.clock.now().getTime() - WEEK_MS)
  return {
    head: await cohortHead(cohort, services.courses),
    facts: {
      learners: cohort.members,
      active: await countActive(services.db, cohort.id, { slugs: titles.map(({ slug }) => slug), since }),
      decisions: [...progress.values()].reduce((sum, { decided }) => sum + decided, 0),
      joinCode: cohort.joinCode,
    },
    cases: reported.map((one) => ({ slug: one.slug, title: one.loaded.case.title, isChosen: one === chosen })),
    chosen: chosen ? chosenView(chosen, looked.decision, names) : null,
    heat: heatView(reported, names),
    reliability: reliabilityText(reliabilityOf(tallyFrom(kept.abilities))),
    progress: progressRows(found),
  }
}

/** The names of the competencies as people read them. */
export function competencyNames({ guide }: Pick<Services, 'guide'>): (id: CompetencyId) => string {
  return (id) => guide.competencies[id].name
}

function chosenView(
  reported: ReportedCase,
  wanted: string | null,
  names: (id: CompetencyId) => string,
): ReportView['chosen'] {
  const { slug, loaded, report } = reported
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
    note: noteOf(reported),
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

function noteOf({ started, ended, elsewhere, report }: ReportedCase): string {
  const reached = `${ended} of ${started} reached an ending.`
  if (report === null) return `${reached} How they decided is shown once ten have.`
  const others =
    elsewhere === 0
      ? ''
      : ` ${elsewhere === 1 ? 'One of them' : `${elsewhere} of them`} played another version and ${elsewhere === 1 ? 'is' : 'are'} not in it.`
  return `Width is learners. ${reached} Those who did are counted.${others}`
}

/** Pure. How far a cohort is with each case of its course. */
export function progressRows({ titles, cases, progress }: CohortReport): Array<CaseProgressRow> {
  return titles.map(({ slug, title }) => {
    const { started, ended, still } = progress.get(slug) ?? { started: 0, ended: 0, still: 0 }
    const minutes = cases.get(slug)?.report?.minutes ?? null
    return { slug, title, started, ended, minutes: minutes === null ? '·' : `${minutes} min`, still }
  })
}
