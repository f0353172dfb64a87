import { redirect } from '@remix-run/node'
import { attemptStage } from '../../machines/play/attempt-machine.ts'
import { patternOf } from '../../machines/play/debrief.ts'
import type { DebriefView } from '../components/views.ts'
import { findCommitment } from '../data/commitments.server.ts'
import { listReflections } from '../data/reflections.server.ts'
import type { Services } from '../http/context.ts'
import type { Played } from './attempt.server.ts'
import { caseMapView } from './case-map-view.ts'
import { commitmentView } from './commit.server.ts'
import { debriefStep, takenSteps } from './debrief-view.ts'
import { patternText } from './pattern-text.ts'
import { endingPage } from './play-page.ts'

/** The debrief of an attempt. Until it is due, the way leads back to where the attempt stands. */
export async function showDebrief(played: Played, { db, clock }: Services): Promise<DebriefView> {
  const { attempt, loaded, standing } = played
  const back = redirect(`/attempts/${attempt.id}`)
  if (standing.at.kind !== 'ending') throw back
  const answers = new Map(
    (await listReflections(db.read, attempt.id)).map(({ question, answer }) => [question, answer]),
  )
  const { ending, reflections, reflected } = endingPage(played, answers, new Map(), null)
  if (attemptStage({ begun: true, ended: true, reflected }) !== 'debriefed') throw back
  const steps = takenSteps(played)
  return {
    attempt: attempt.id,
    slug: attempt.slug,
    title: loaded.case.title,
    language: loaded.case.language,
    ending,
    map: caseMapView(played),
    pattern: patternText(patternOf(steps)),
    steps: steps.map((step, index) => debriefStep(played, step, index + 1)),
    reflections: reflections.map(({ html, answer }) => ({ questionHtml: html, answer })),
    commitment: commitmentView(await findCommitment(db.read, attempt.id), clock.now()),
  }
}
