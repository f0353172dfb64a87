import type { Standing } from '../../machines/play/replay.ts'
import type { LoadedCase } from '../cases/library.server.ts'
import { findAttempt } from '../data/attempts.server.ts'
import type { StoredAttempt } from '../data/attempts.server.ts'
import type { Services } from '../http/context.ts'

/** An attempt with the version that it plays and where its log has led. */
export type Played = {
  attempt: StoredAttempt
  learnerId: string
  loaded: LoadedCase
  standing: Standing
  /** Where its pages are found. */
  address: string
  /** The number of the decision (from 1) from which a what-if plays on; null for the attempt itself. */
  whatIfFrom: number | null
}

/** The attempt of this id if it is the asking learner's; whatever else is asked for does not exist for them. */
export async function requireAttempt(request: Request, id: string, services: Services): Promise<Played> {
  const learnerId = await services.sessions.learnerOf(request)
  const attempt = learnerId === null ? null : await findAttempt(services.db, id, learnerId)
  if (learnerId === null || attempt === null) throw notFound()
  const address = `/attempts/${attempt.id}`
  return { attempt, learnerId, ...(await replayAttempt(attempt, services)), address, whatIfFrom: null }
}

/** Derives where an attempt stands from its version and its log, the only truth there is. */
export async function replayAttempt(
  attempt: Pick<StoredAttempt, 'id' | 'hash' | 'decisions'>,
  services: Pick<Services, 'library'>,
): Promise<{ loaded: LoadedCase; standing: Standing }> {
  const loaded = await services.library.findVersion(attempt.hash)
  if (!loaded) throw new Error(`Expected version ${attempt.hash} of attempt ${attempt.id} to be kept`)
  const standing = loaded.player.replay(attempt.decisions)
  if ('refused' in standing) {
    throw new Error(
      `Expected the log of attempt ${attempt.id} to be possible, found at ${standing.refused.seq}: ${standing.refused.reason}`,
    )
  }
  return { loaded, standing }
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
