import type { DecisionReport } from '../../machines/cohort/decision-report.ts'
import type { DiscussionView } from '../components/discussion-views.ts'
import { listReasons } from '../data/cohort-log.server.ts'
import type { CohortSummary } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'
import { cohortReports } from './cohort-reports.server.ts'
import { decisionStats, everyPart, placedDecisions } from './decision-view.ts'
import { reasonsToShow } from './reasons.ts'
import { competencyNames } from './show-report.server.ts'

type Asked = { slug: string; decision: string }

/** A decision for a live or printed discussion; null where the cohort's course has no such decision or nobody has begun the case. */
export async function showDiscussion(
  cohort: CohortSummary,
  { slug, decision }: Asked,
  services: Services,
): Promise<DiscussionView | null> {
  const course = await services.courses.find(cohort.course)
  if (!course?.course.modules.some(({ cases }) => cases.includes(slug))) return null
  const reported = (await cohortReports(cohort.id, [slug], services)).cases.get(slug)
  const placed = reported && placedDecisions(reported.loaded).find((one) => one.decision.id === decision)
  if (!reported || !placed) return null
  const { loaded, report } = reported
  const own = report?.decisions.find(({ id }) => id === decision)
  const stats = decisionStats(placed, own, { loaded, names: competencyNames(services) })
  const shown = cohort.showsReasons ? chosenIn(own) : new Map<string, number | null>()
  const key = { cohortId: cohort.id, slug, hash: loaded.hash }
  const written = shown.size === 0 ? [] : await listReasons(services.db, key)
  const reasons = reasonsToShow(
    written.filter(({ node }) => node === decision),
    shown,
    null,
  )
  const html = loaded.html[placed.scene.id]
  return {
    cohort: { id: cohort.id, name: cohort.name },
    title: loaded.case.title,
    language: loaded.case.language,
    slug,
    scene: { title: stats.title, when: placed.scene.when, html: everyPart(html?.prose ?? null) },
    decision: stats,
    sides: stats.options.map(({ id, html: text, ratings, best, harm }) => {
      const others = reasons.find(({ choice }) => choice === id)
      return {
        id,
        html: text,
        ratings,
        best,
        harm,
        becauseHtml: everyPart(html?.choices[id]?.because ?? null),
        reasons: others?.reasons ?? [],
        more: others?.more ?? 0,
      }
    }),
    showsReasons: cohort.showsReasons,
  }
}

/** Pure. How many chose each option, as far as it is told. */
export function chosenIn(report: DecisionReport | undefined): Map<string, number | null> {
  const options = report?.figures?.options ?? []
  return new Map(options.map(({ id, chosen }) => [id, typeof chosen === 'number' ? chosen : null]))
}
