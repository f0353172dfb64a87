import { requireAccount, isAtLeast } from '../account/who.server.ts'
import type { SignedIn } from '../account/who.server.ts'
import { findTaughtCohort } from '../data/cohorts.server.ts'
import type { CohortSummary } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'

/** An instructor. Whoever is not signed in is led to do so; whoever is and is none finds nothing here. */
export async function requireInstructor(request: Request, services: Services): Promise<SignedIn> {
  const who = await requireAccount(request, services)
  if (!isAtLeast(who.account.role, 'instructor')) throw new Response(null, { status: 404 })
  return who
}

/** One of the cohort's own instructors; for everyone else there is no such cohort. */
export async function requireCohort(
  request: Request,
  id: string | undefined,
  services: Services,
): Promise<{ who: SignedIn; cohort: CohortSummary }> {
  const who = await requireInstructor(request, services)
  const cohort = await findTaughtCohort(services.db.read, { id: id ?? '', instructorId: who.learnerId })
  if (cohort === null) throw new Response(null, { status: 404 })
  return { who, cohort }
}
