import { attemptStage } from '../../machines/play/attempt-machine.ts'
import type { EndingPage } from '../components/views.ts'
import { listReflections } from '../data/reflections.server.ts'
import type { Services } from '../http/context.ts'
import type { Played } from './attempt.server.ts'
import { endingPage } from './play-page.ts'

/** The ending with what was answered to its questions, once the debrief is open; null before. */
export async function openDebrief(played: Played, { db }: Services): Promise<EndingPage | null> {
  const { attempt, standing } = played
  if (standing.at.kind !== 'ending') return null
  const answers = new Map(
    (await listReflections(db.read, attempt.id)).map(({ question, answer }) => [question, answer]),
  )
  const page = endingPage(played, answers, new Map(), null)
  return attemptStage({ begun: true, ended: true, reflected: page.reflected }) === 'debriefed' ? page : null
}
