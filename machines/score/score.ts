import type { LoggedDecision } from './log.ts'
import { EMPTY_PROFILE, type Profile } from './profile.ts'
import { profileAfter } from './profile-after.ts'
import { readDecision, readDecisions, readLog } from './read-log.ts'
import { type Result, resultOf } from './result.ts'

// The ways in. Each reads the decisions it is given even where their type is known: no type sees a NaN or a pick that is
// not an option, and neither may ever get into a profile.

/**
 * Pure. The result of a whole log from JSON, or nothing of it.
 * @throws Refusal at the first place that can't be read
 */
export function scoreLog(json: unknown): Result {
  const { role, decisions } = readLog(json)
  return resultOf(decisions.reduce(profileAfter, EMPTY_PROFILE), role)
}

/**
 * Pure. The profile after all decisions of a log, in their order: the same bits as adding them one at a time.
 * @throws Refusal with a place such as `decisions[3].worst`
 */
export function replay(decisions: ReadonlyArray<LoggedDecision>): Profile {
  return readDecisions(decisions).reduce(profileAfter, EMPTY_PROFILE)
}

/**
 * Pure. The profile after one more decision of the same learner, however many there were before.
 * @throws Refusal with a place such as `decision.worst`
 */
export function addDecision(profile: Profile, decision: LoggedDecision): Profile {
  return profileAfter(profile, readDecision(decision, 'decision'))
}
