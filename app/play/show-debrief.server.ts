import { redirect } from '@remix-run/node'
import { patternOf } from '../../machines/play/debrief.ts'
import type { DebriefView } from '../components/views.ts'
import { findCommitment } from '../data/commitments.server.ts'
import type { Services } from '../http/context.ts'
import type { Played } from './attempt.server.ts'
import { caseMapView } from './case-map-view.ts'
import { commitmentView } from './commit.server.ts'
import { debriefStep, takenSteps } from './debrief-view.ts'
import { openDebrief } from './open-debrief.server.ts'
import { patternText } from './pattern-text.ts'

/** The debrief of an attempt. Until it is due, the way leads back to where the attempt stands. */
export async function showDebrief(played: Played, services: Services): Promise<DebriefView> {
  const { attempt, loaded } = played
  const { db, clock } = services
  const opened = await openDebrief(played, services)
  if (opened === null) throw redirect(`/attempts/${attempt.id}`)
  const { ending, reflections } = opened
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
