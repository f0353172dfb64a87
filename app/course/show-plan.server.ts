import { COMPETENCIES } from '../../machines/case/case.ts'
import type { Competencies } from '../../machines/case/parse-competencies.ts'
import { resultOf } from '../../machines/score/result.ts'
import type { Result } from '../../machines/score/result.ts'
import { dayText } from '../components/day-text.ts'
import type { MeantView, OfferView, PlanFields, PlanSheetView, PlanView } from '../components/plan-views.ts'
import { findPlan, listMeant } from '../data/plans.server.ts'
import type { Plan } from '../data/plans.server.ts'
import type { Services } from '../http/context.ts'
import { profileOf } from '../play/learner-profile.server.ts'
import { claimText, counted, evidenceText } from '../play/profile-text.ts'
import { dimensionOf, roleOrUsual } from '../play/profile-view.ts'
import { roleAskedOf } from '../play/role-asked.server.ts'
import { emptyPlan, planDays } from './plan-form.ts'

/** So many commitments fit on the page beside the plan. */
const MOST_MEANT = 8

/** `isWriting`: the form is asked for though there is a plan. `draft`: what was sent and could not be kept. */
type PlanAsked = {
  learnerId: string
  slug: string
  isWriting: boolean
  draft: { fields: PlanFields; problems: Record<string, string> } | null
}

/** The plan of a learner, or the form for it; null where no such course is in service. */
export async function showPlan(
  { learnerId, slug, isWriting, draft }: PlanAsked,
  services: Services,
): Promise<PlanView | null> {
  const loaded = await services.courses.find(slug)
  if (loaded === null) return null
  const { db, clock, guide } = services
  const [kept, result, meant] = await Promise.all([
    findPlan(db.read, learnerId, slug),
    profileResult(learnerId, services),
    meantBy(learnerId, services),
  ])
  const now = clock.now()
  const fields = draft?.fields ?? (kept ? fieldsOf(kept) : emptyPlan(now))
  const isForm = kept === null || isWriting || draft !== null
  return {
    slug,
    title: loaded.course.title,
    sheet: kept && sheetOf(kept, guide.competencies),
    form: isForm ? { fields, days: planDays(now), problems: draft?.problems ?? {} } : null,
    offers: offersFrom(result, guide.competencies),
    basis: basisText(result),
    meant: meant.slice(0, MOST_MEANT),
    moreMeant: Math.max(0, meant.length - MOST_MEANT),
  }
}

async function profileResult(learnerId: string, services: Services): Promise<Result> {
  const [{ profile }, asked] = await Promise.all([profileOf(learnerId, services), roleAskedOf(learnerId, services)])
  return resultOf(profile, roleOrUsual(asked))
}

async function meantBy(learnerId: string, { db, library }: Services): Promise<Array<MeantView>> {
  const all = await listMeant(db.read, learnerId)
  return Promise.all(
    all.map(async ({ attemptId, slug, when, will, dueOn }) => ({
      attempt: attemptId,
      title: (await library.findServed(slug))?.case.title ?? slug,
      when,
      will,
      dueOn: dayText(dueOn),
    })),
  )
}

function fieldsOf({ steps, lookBackOn }: Plan): PlanFields {
  return { steps, lookBackOn }
}

function sheetOf(
  { steps, lookBackOn, writtenAt }: Plan & { writtenAt: Date },
  competencies: Competencies,
): PlanSheetView {
  return {
    writtenOn: dayText(writtenAt.toISOString().slice(0, 10)),
    lookBackOn: dayText(lookBackOn),
    steps: steps.flatMap(({ competency, decision, decideOn, witness }) => {
      const id = COMPETENCIES.find((known) => known === competency)
      if (id === undefined) return []
      const { name, indicator, dimension } = competencies[id]
      return [{ competency: name, dimension, indicator, decision, decideOn: dayText(decideOn), witness }]
    }),
  }
}

/** Those first in which the choices most probably fell short of what the role asks. */
function offersFrom(result: Result, competencies: Competencies): Array<OfferView> {
  return COMPETENCIES.toSorted(
    (one, other) => result.competencies[other].pExposed - result.competencies[one].pExposed,
  ).map((id) => {
    const figures = result.competencies[id]
    return {
      id,
      dimension: dimensionOf(id),
      name: competencies[id].name,
      t: figures.t,
      low: figures.low,
      high: figures.high,
      claim: claimText(figures),
      isClaimed: figures.claim !== 'none',
      evidence: evidenceText(figures),
    }
  })
}

function basisText({ dimensions: { execution, influence } }: Result): string {
  const most = Math.max(execution.evidence, influence.evidence)
  if (most === 0)
    return 'Your profile knows nothing of you yet: every competency stands where everyone begins. A plan can be written all the same, and again later.'
  return `Your profile rests on ${counted(execution.evidence, 'decision')} about execution and ${counted(influence.evidence, 'decision')} about influence.`
}
