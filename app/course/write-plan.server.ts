import type { PlanFields } from '../components/plan-views.ts'
import { savePlan } from '../data/plans.server.ts'
import type { Services } from '../http/context.ts'
import { planDays, planProblems, readPlanForm } from './plan-form.ts'

export type Written = { kind: 'kept' } | { kind: 'problems'; fields: PlanFields; problems: Record<string, string> }

/** Keeps the plan of a learner in a course, or says what has to be put right. */
export async function writePlan(
  owner: { learnerId: string; course: string },
  form: FormData,
  { db, clock }: Services,
): Promise<Written> {
  const fields = readPlanForm(form)
  if (fields === null) throw new Response(null, { status: 400 })
  const now = clock.now()
  const problems = planProblems(fields, planDays(now))
  if (Object.keys(problems).length > 0) return { kind: 'problems', fields, problems }
  await db.write((tx) => savePlan(tx, owner, fields, now))
  return { kind: 'kept' }
}
