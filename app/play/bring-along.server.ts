import { mergeLogs } from '../../machines/play/merge-logs.ts'
import type { MergedAttempt } from '../../machines/play/merge-logs.ts'
import { listWholeLog } from '../data/decisions.server.ts'
import type { LoggedAttempt } from '../data/decisions.server.ts'
import { moveLearner } from '../data/move-learner.server.ts'
import type { Services } from '../http/context.ts'
import { replayAttempt } from './attempt.server.ts'
import { rebuildProfile } from './rebuild-profiles.server.ts'

type Needed = Pick<Services, 'db' | 'library'>

/** Enough for every decision that another browser of theirs sends meanwhile. */
const MOST_TRIES = 20

/**
 * Gives everything that a guest played to the learner who they turned out to be: one log in the order of acceptance, with what it
 * counts as and the profile worked out again. The guest is gone then.
 */
export async function bringAlong({ from, to }: { from: string; to: string }, services: Needed): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const placed = mergeLogs(await logOf(to, services), await logOf(from, services))
    if (await services.db.write((tx) => moveLearner(tx, { from, to, placed }))) {
      await rebuildProfile(to, services)
      return
    }
  }
  throw new Error(`Expected the logs of ${from} and ${to} to stay as they were within ${MOST_TRIES} tries`)
}

async function logOf(learnerId: string, services: Needed): Promise<Array<MergedAttempt>> {
  const attempts = await listWholeLog(services.db.read, learnerId)
  return Promise.all(attempts.map(async (attempt) => ({ ...attempt, standsAt: await standsAt(attempt, services) })))
}

async function standsAt(attempt: LoggedAttempt, services: Needed): Promise<string | null> {
  const { at } = (await replayAttempt(attempt, services)).standing
  return at.kind === 'decision' ? at.decision.id : null
}
