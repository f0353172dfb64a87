import type { SharedProfileView } from '../components/cohort-views.ts'
import { findAccount } from '../data/accounts.server.ts'
import { findMembership } from '../data/cohort-members.server.ts'
import type { Cohort } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'
import { showProfile } from '../play/show-profile.server.ts'

/** The estimates of a learner who shares them with this cohort; without a single decision. Null for everyone else. */
export async function showSharedProfile(
  cohort: Cohort,
  learnerId: string,
  services: Services,
): Promise<SharedProfileView | null> {
  const membership = await findMembership(services.db.read, cohort.id, learnerId)
  if (!membership?.sharesProfile) return null
  const account = await findAccount(services.db, learnerId)
  const { dimensions, headline } = await showProfile(learnerId, services)
  const shown = (dimension: 'execution' | 'influence') => {
    const { t, low, high, isClaimed, claim, evidence, sureness } = dimensions[dimension]
    return { t, low, high, isClaimed, claim, evidence, sureness }
  }
  return {
    cohort: { id: cohort.id, name: cohort.name },
    name: account?.name ?? 'A guest',
    headline,
    dimensions: { execution: shown('execution'), influence: shown('influence') },
  }
}
