import { LRUCache } from 'lru-cache'
import { MODEL_VERSION } from '../../machines/score/profile.ts'
import type { Profile } from '../../machines/score/profile.ts'
import { readProfile } from '../../machines/score/read-profile.ts'
import { replay } from '../../machines/score/score.ts'
import { findKept } from '../data/profiles.server.ts'
import type { KeptProfile, LogEnd } from '../data/profiles.server.ts'
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
  const { end, kept } = await findKept(services.db, learnerId)
  const profile = profileFrom(learnerId, kept, end.decisions)
  return profile ? { ...end, profile } : profileAfterAll(await learnerLog(learnerId, services))
}

/** Pure. The profile that a whole log leads to. */
export function profileAfterAll(log: ReadonlyArray<LogStep>): LearnerProfile {
  return {
    decisions: log.length,
    lastAt: log.at(-1)?.acceptedAt ?? null,
    profile: replay(log.map(({ scored }) => scored)),
  }
}

/** Who plays here plays on: what was last kept of them, and what it says, so that its numbers need not be read again. */
const recent = new LRUCache<string, { json: string; profile: Profile }>({ max: 1_000 })

/** As `keptProfile`, of a learner who will come back for it. */
export function keptForNext(learnerId: string, profile: Profile, decisions: number): KeptProfile {
  const kept = keptProfile(profile, decisions)
  recent.set(learnerId, { json: kept.json, profile })
  return kept
}

/** Pure. A profile as it is kept. */
export function keptProfile(profile: Profile, decisions: number): KeptProfile {
  return { modelVersion: MODEL_VERSION, decisions, json: JSON.stringify(profile) }
}

function profileFrom(learnerId: string, kept: KeptProfile | null, decisions: number): Profile | null {
  if (kept === null || kept.modelVersion !== MODEL_VERSION || kept.decisions !== decisions) return null
  const known = recent.get(learnerId)
  return known?.json === kept.json ? known.profile : readProfile(parsed(kept.json))
}

/** A cache that is no JSON is as good as none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
