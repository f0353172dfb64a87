import type { Played } from './attempt.server.ts'

/** What a slow line or a slow clock may take without being called late. */
const GRACE_SECONDS = 2

/** Pure. Seconds left for the open decision, 0 at the least; null where it has no limit or the learner switched limits off. */
export function secondsLeft({ attempt, standing }: Played, now: Date): number | null {
  if (standing.at.kind !== 'decision' || standing.at.decision.limit === null || !attempt.limits) return null
  const { seconds } = standing.at.decision.limit
  if (attempt.openSeq !== attempt.decisions.length || attempt.openedAt === null) return seconds
  return Math.max(0, Math.ceil(seconds - (now.getTime() - attempt.openedAt.getTime()) / 1000))
}

/**
 * Pure. The choice that is made because time has run out, or null: whatever the browser says, it is the server's clock that
 * decides.
 */
export function choiceByLimit(played: Played, now: Date, saysTimedOut: boolean): string | null {
  const { attempt, standing } = played
  if (standing.at.kind !== 'decision' || standing.at.decision.limit === null || !attempt.limits) return null
  const { seconds, choice } = standing.at.decision.limit
  if (attempt.openSeq !== attempt.decisions.length || attempt.openedAt === null) return null
  const elapsed = (now.getTime() - attempt.openedAt.getTime()) / 1000
  return elapsed >= seconds + (saysTimedOut ? -GRACE_SECONDS : GRACE_SECONDS) ? choice : null
}
