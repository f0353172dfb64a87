import type { LoggedDecision } from '../../machines/score/log.ts'
import { listLog } from '../data/decisions.server.ts'
import type { LoggedAttempt } from '../data/decisions.server.ts'
import type { Services } from '../http/context.ts'
import { replayAttempt } from './attempt.server.ts'
import type { Played } from './attempt.server.ts'
import { takenSteps } from './debrief-view.ts'
import type { TakenStep } from './debrief-view.ts'
import { idleDays, scoredDecision } from '../../machines/score/scored-decision.ts'

/** One decision of a learner's whole log, with the attempt that it stands in and what the scoring model reads of it. */
export type LogStep = {
  attempt: string
  slug: string
  loaded: Played['loaded']
  standing: Played['standing']
  /** Place in the attempt, from 0. */
  seq: number
  acceptedAt: Date
  step: TakenStep
  scored: LoggedDecision
}

/** Replays every attempt of a learner and gives all decisions in the order in which they were accepted. */
export async function learnerLog(
  learnerId: string,
  services: Pick<Services, 'db' | 'library'>,
): Promise<Array<LogStep>> {
  const attempts = await listLog(services.db.read, learnerId)
  const replayed = await Promise.all(
    attempts.map(async (attempt) => ({ attempt, ...(await replayAttempt(attempt, services)) })),
  )
  const steps = replayed
    .flatMap((played) =>
      takenSteps(played).map((step, seq) => ({ ...played, step, seq, ...placed(played.attempt, seq) })),
    )
    .sort((one, other) => one.order - other.order)
  return steps.map(({ attempt, loaded, standing, step, seq, exposure, acceptedAt }, place) => ({
    attempt: attempt.id,
    slug: attempt.slug,
    loaded,
    standing,
    seq,
    acceptedAt,
    step,
    scored: scoredDecision({
      slug: attempt.slug,
      nBar: loaded.reach.nBar,
      decision: step.decision,
      offered: step.offered,
      choice: step.chosen.id,
      worst: step.logged.worst,
      exposure,
      idleDays: idleDays(steps[place - 1]?.acceptedAt ?? null, acceptedAt),
    }),
  }))
}

function placed({ id, decisions }: LoggedAttempt, seq: number) {
  const logged = decisions[seq]
  if (!logged) throw new Error(`Expected decision ${seq} of attempt ${id} to be in its log`)
  return { order: logged.order, exposure: logged.exposure, acceptedAt: logged.acceptedAt }
}
