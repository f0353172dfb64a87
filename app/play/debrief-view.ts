import type { Choice, Decision, Dimension } from '../../machines/case/case.ts'
import { isScored } from '../../machines/case/case.ts'
import { judge } from '../../machines/play/debrief.ts'
import type { Judgement, Taken } from '../../machines/play/debrief.ts'
import type { CompiledScene } from '../cases/compile.server.ts'
import { renderHtml } from '../cases/html.ts'
import type { Html } from '../cases/html.ts'
import type { DebriefStep, JudgedOption } from '../components/views.ts'
import type { LoggedDecision } from '../data/attempts.server.ts'
import type { Played } from './attempt.server.ts'

/** A decision of a finished attempt with everything that was kept of it. */
export type TakenStep = Taken & {
  visit: number
  logged: LoggedDecision
  title: string
  when: string | null
  compiled: CompiledScene
}

/** As much of an attempt as its log tells. */
type LogOf = Pick<Played, 'loaded' | 'standing'> & { attempt: Pick<Played['attempt'], 'decisions'> }

/** Pure. The decisions of an attempt in order, each as it stood when it was taken. */
export function takenSteps({ attempt, loaded, standing }: LogOf): Array<TakenStep> {
  const { stepper } = loaded.player
  const decided = standing.visits.flatMap((seen, visit) =>
    seen.choice === null ? [] : [{ visit, state: seen.state, id: seen.choice }],
  )
  return decided.flatMap(({ visit, state, id }, seq) => {
    const logged = attempt.decisions[seq]
    const scene = stepper.scene(state.scene)
    const compiled = loaded.html[scene.id]
    const offered = stepper.offered(state)
    const chosen = offered.find((choice) => choice.id === id)
    if (!logged || !compiled || !chosen || scene.exit.kind !== 'decision') return []
    const worst = offered.find((choice) => choice.id === logged.worst) ?? null
    const { title, when } = scene
    return [
      { visit, logged, title: title ?? 'Untitled scene', when, compiled, decision: scene.exit, offered, chosen, worst },
    ]
  })
}

/** Pure. A decision as the debrief tells it: what was chosen and why it is rated so, what was stronger, what was named worst. */
export function debriefStep(played: Played, step: TakenStep, number: number): DebriefStep {
  const { decision, chosen, worst, logged } = step
  const judgement = judge(step)
  const judged = (choice: Choice) => judgedOption(played, step, choice)
  return {
    number,
    title: step.title,
    when: step.when,
    scored: isScored(decision),
    chosen: judged(chosen),
    timedOut: logged.timedOut,
    confidence: confidenceOf(logged.confidence),
    reason: logged.reason,
    standing: standingText(decision, judgement),
    strongest: judgement.strongest.map((stronger) => ({
      ...judged(stronger.choice),
      label: strongestText(stronger.for),
    })),
    worst: worst && { ...judged(worst), remark: worstText(judgement) },
  }
}

function judgedOption({ loaded, standing }: Played, { visit, compiled }: TakenStep, choice: Choice): JudgedOption {
  const texts = compiled.choices[choice.id]
  const state = standing.visits[visit]?.state
  const render = (html: Html | null) =>
    html && state ? renderHtml(html, (condition) => loaded.player.stepper.holds(condition, state)) : ''
  return {
    html: render(texts?.text ?? null),
    ratings: { execution: choice.execution, influence: choice.influence },
    becauseHtml: render(texts?.because ?? null),
  }
}

/** Pure. How sure a learner said they were. */
export function confidenceOf(value: string | null): DebriefStep['confidence'] {
  return value === 'guess' || value === 'fairly' || value === 'certain' ? value : null
}

function standingText(decision: Decision, { chosenIsStrongestFor }: Judgement): string | null {
  if (!isScored(decision) || chosenIsStrongestFor.length === 0) return null
  return `the strongest here for ${nameOf(chosenIsStrongestFor)}`
}

function strongestText(dimensions: ReadonlyArray<Dimension>): string {
  return `Strongest for ${nameOf(dimensions)}`
}

function nameOf(dimensions: ReadonlyArray<Dimension>): string {
  return dimensions.length > 1 ? 'both' : (dimensions[0] ?? 'either')
}

function worstText({ worst }: Judgement): string {
  switch (worst) {
    case 'lowest':
      return 'No option here is rated lower.'
    case 'chosen-is-lower':
      return 'The lowest rated here is the one you chose.'
    case 'another-is-lower':
      return 'Another option here is rated lower.'
    case null:
      return 'This decision is not rated.'
  }
}
