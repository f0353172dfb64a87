import { findKept, listScoredLearners, savingProfile } from '../data/profiles.server.ts'
import type { KeptProfile } from '../data/profiles.server.ts'
import type { Services } from '../http/context.ts'
import { learnerLog } from './learner-log.server.ts'
import { keptProfile, profileAfterAll } from './learner-profile.server.ts'

/** A profile that was not what its log leads to, and how it differed. */
export type Difference = { learnerId: string; what: string }

export type Rebuilt = { learners: number; differences: Array<Difference> }

/** What is saved at the same moment shares one flush to the disk; on PostgreSQL it shares the way there. */
const AT_ONCE = 16

/** Recomputes every profile from its log, bit for bit, and tells which of them had been kept otherwise. */
export async function rebuildProfiles(
  services: Pick<Services, 'db' | 'library'>,
  onProgress: (done: number, total: number, learnerId: string) => void,
): Promise<Rebuilt> {
  const learners = await listScoredLearners(services.db.read)
  const differences: Array<Difference> = []
  for (let done = 0; done < learners.length; done += AT_ONCE) {
    const some = learners.slice(done, done + AT_ONCE)
    onProgress(done, learners.length, some[0] ?? '')
    const found = await Promise.all(
      some.map(async (learnerId) => ({ learnerId, what: await rebuildProfile(learnerId, services) })),
    )
    differences.push(...found.flatMap(({ learnerId, what }) => (what === null ? [] : [{ learnerId, what }])))
  }
  return { learners: learners.length, differences }
}

/**
 * Rebuilds one profile and tells how it differed from what was kept, or null. A log that grows meanwhile is replayed again, so that
 * nothing newer is overwritten.
 */
export async function rebuildProfile(
  learnerId: string,
  services: Pick<Services, 'db' | 'library'>,
): Promise<string | null> {
  for (;;) {
    const { profile, decisions } = profileAfterAll(await learnerLog(learnerId, services))
    const made = keptProfile(profile, decisions)
    const { end, kept } = await findKept(services.db, learnerId)
    if (end.decisions !== decisions) continue
    const difference = differenceOf(kept, made)
    if (difference !== null) await services.db.commit([savingProfile(learnerId, made)])
    return difference
  }
}

function differenceOf(kept: KeptProfile | null, made: KeptProfile): string | null {
  if (kept === null) return 'none was kept'
  if (kept.modelVersion !== made.modelVersion) {
    return `kept by version ${kept.modelVersion} of the model, rebuilt by version ${made.modelVersion}`
  }
  if (kept.decisions !== made.decisions) return `covered ${kept.decisions} decisions, the log has ${made.decisions}`
  return kept.json === made.json ? null : 'other numbers than the log leads to'
}
