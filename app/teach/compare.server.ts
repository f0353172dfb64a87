import type { ComparisonView, ComparedDecision } from '../components/discussion-views.ts'
import { listReasons } from '../data/cohort-log.server.ts'
import { listMemberships } from '../data/cohort-members.server.ts'
import type { Membership } from '../data/cohort-members.server.ts'
import type { Services } from '../http/context.ts'
import type { Played } from '../play/attempt.server.ts'
import { cohortReports } from './cohort-reports.server.ts'
import { decisionStats, placedDecisions } from './decision-view.ts'
import { chosenIn } from './discuss.server.ts'
import { reasonsToShow } from './reasons.ts'
import { competencyNames } from './show-report.server.ts'

/** The cohorts of a learner whose course has this case. */
export async function cohortsWith(slug: string, learnerId: string, services: Services): Promise<Array<Membership>> {
  const memberships = await listMemberships(services.db.read, learnerId)
  const found = await Promise.all(
    memberships.map(async (membership) => {
      const course = await services.courses.find(membership.cohort.course)
      return course?.course.modules.some(({ cases }) => cases.includes(slug)) ? [membership] : []
    }),
  )
  return found.flat()
}

/** How a learner's cohorts chose at each decision of an attempt whose debrief is open. Null where they are in none that plays the case. */
export async function showComparison(played: Played, services: Services): Promise<ComparisonView | null> {
  const { attempt, learnerId, loaded } = played
  const memberships = await cohortsWith(attempt.slug, learnerId, services)
  if (memberships.length === 0) return null
  const cohorts: ComparisonView['cohorts'] = []
  for (const membership of memberships) cohorts.push(await compared(played, membership, services))
  return { attempt: attempt.id, title: loaded.case.title, language: loaded.case.language, cohorts }
}

const TOO_FEW = 'How a group decided is shown once ten of it have ended the case. It is not so far yet.'
const OTHER_VERSION =
  'Most of this group have played another version of the case, so there is nothing to compare with yours.'

async function compared(
  { attempt, learnerId, loaded }: Played,
  { cohortId, cohort }: Membership,
  services: Services,
): Promise<ComparisonView['cohorts'][number]> {
  const head = { id: cohortId, name: cohort.name }
  const reported = (await cohortReports(cohortId, [attempt.slug], services)).cases.get(attempt.slug)
  const report = reported?.report ?? null
  if (!reported || report === null) return { ...head, withheld: TOO_FEW, learners: 0, decisions: [] }
  if (reported.loaded.hash !== loaded.hash) return { ...head, withheld: OTHER_VERSION, learners: 0, decisions: [] }
  const placed = new Map(placedDecisions(loaded).map((one) => [one.decision.id, one]))
  const key = { cohortId, slug: attempt.slug, hash: loaded.hash }
  const written = cohort.showsReasons ? await listReasons(services.db, key) : []
  const decisions: Array<ComparedDecision> = []
  for (const [place, { node, choice }] of attempt.decisions.entries()) {
    const at = placed.get(node)
    if (!at) continue
    const own = report.decisions.find(({ id }) => id === node)
    const stats = decisionStats(at, own, { loaded, names: competencyNames(services) })
    const reasons = reasonsToShow(
      written.filter((reason) => reason.node === node),
      chosenIn(own),
      learnerId,
    )
    decisions.push({
      id: node,
      number: place + 1,
      title: stats.title,
      questionHtml: stats.questionHtml,
      isShown: stats.isShown,
      options: stats.options.map(({ id, html, best }) => {
        const others = reasons.find((one) => one.choice === id)
        return { id, html, isOwn: id === choice, best, reasons: others?.reasons ?? [], more: others?.more ?? 0 }
      }),
    })
  }
  return { ...head, withheld: null, learners: report.learners, decisions }
}
