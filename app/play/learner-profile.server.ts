import { MODEL_VERSION } from '../../machines/score/profile.ts'
import type { Profile } from '../../machines/score/profile.ts'
import { readProfile } from '../../machines/score/read-profile.ts'
import { replay } from '../../machines/score/score.ts'
import { findLogEnd } from '../data/decisions.server.ts'
import type { LogEnd } from '../data/decisions.server.ts'
import { findProfile } from '../data/profiles.server.ts'
import type { KeptProfile } from '../data/profiles.server.ts'
import type { Services } from '../http/context.ts'
import { learnerLog } from './learner-log.server.ts'
import type { LogStep } from './learner-log.server.ts'

/** A learner's profile with the end of the log that it covers. */
export type LearnerProfile = LogEnd & { profile: Profile }

/** The profile of a learner: the kept one or, where that is missing, of another model or behind the log, a replay of the log. */
export async function profileOf(
  learnerId: string,
  services: Pick<Services, 'db' | 'library'>,
): Promise<LearnerProfile> {
  const end = await findLogEnd(services.db, learnerId)
  const kept = profileFrom(await findProfile(services.db, learnerId), end.decisions)
  return kept ? { ...end, profile: kept } : profileAfterAll(await learnerLog(learnerId, services))
}

/** Pure. The profile that a whole log leads to. */
export function profileAfterAll(log: ReadonlyArray<LogStep>): LearnerProfile {
  return {
    decisions: log.length,
    lastAt: log.at(-1)?.acceptedAt ?? null,
    profile: replay(log.map(({ scored }) => scored)),
  }
}

/** Pure. A profile as it is kept. */
export function keptProfile(profile: Profile, decisions: number): KeptProfile {
  return { modelVersion: MODEL_VERSION, decisions, json: JSON.stringify(profile) }
}

function profileFrom(kept: KeptProfile | null, decisions: number): Profile | null {
  if (kept === null || kept.modelVersion !== MODEL_VERSION || kept.decisions !== decisions) return null
  return readProfile(parsed(kept.json))
}

/** A cache that is no JSON is as good as none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
