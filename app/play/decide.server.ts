import { redirect } from '@remix-run/node'
import type { DecisionDraft, DecisionProblems } from '../components/decision-form.tsx'
import type { PlayPage } from '../components/views.ts'
import type { Services } from '../http/context.ts'
import type { Played } from './attempt.server.ts'
import { draftOf, problemsOf, readDecisionForm } from './decision-form.ts'
import type { DecisionFields } from './decision-form.ts'
import { asksWorst, beatPage, onwardFrom, outcomePage } from './play-page.ts'
import { takeDecision } from './take-decision.server.ts'
import type { DecisionToTake } from './take-decision.server.ts'
import { choiceByLimit } from './time-limit.ts'

export type Decided =
  | { kind: 'draft'; draft: DecisionDraft; problems: DecisionProblems }
  /** `page` is what the address shows, where that is already due. */
  | { kind: 'decided'; location: string; page: PlayPage | null }

/** Takes what a learner's form says, or says what is missing in it. */
export async function decide(played: Played, form: FormData, services: Services): Promise<Decided> {
  const fields = readDecisionForm(form)
  if (!fields) throw new Response(null, { status: 400 })
  const isOpen = played.standing.at.kind === 'decision' && fields.seq === played.attempt.decisions.length
  const byLimit = isOpen ? choiceByLimit(played, services.clock.now(), fields.timedOut === '1') : null
  const problems = isOpen && byLimit === null ? problemsOf(fields, offeredIds(played), asksWorst(played)) : {}
  if (Object.keys(problems).length > 0) return { kind: 'draft', draft: draftOf(fields), problems }
  const { result, played: now } = await takeDecision(played, decisionFrom(fields, played, byLimit), services)
  if (result !== 'taken')
    throw redirect(`/attempts/${played.attempt.id}?notice=${result === 'other' ? 'other' : 'elsewhere'}#main`, 303)
  return decidedAt(now, fields.seq)
}

function decidedAt(played: Played, seq: number): Decided {
  const outcome = outcomePage(played, seq)
  if (outcome) return { kind: 'decided', location: `/attempts/${played.attempt.id}?after=${seq}`, page: outcome }
  return { kind: 'decided', location: onwardFrom(played, seq, 0).to, page: beatPage(played, seq, 0) }
}

function offeredIds({ loaded, standing }: Played): Array<string> {
  return loaded.player.stepper.offered(standing.state).map(({ id }) => id)
}

function decisionFrom(fields: DecisionFields, played: Played, byLimit: string | null): DecisionToTake {
  const { seq, best, worst, confidence, reason } = fields
  if (byLimit !== null) return { seq, choice: byLimit, worst: null, confidence: null, reason: null, timedOut: true }
  // Sent again, a decision is compared as it was sent; whether a worst option was asked for was settled the first time.
  const isNew = seq === played.attempt.decisions.length
  return {
    seq,
    choice: best ?? '',
    worst: isNew && !asksWorst(played) ? null : (worst ?? null),
    confidence: confidence ?? null,
    reason: reason.trim() === '' ? null : reason.trim(),
    timedOut: !isNew && fields.timedOut === '1',
  }
}
