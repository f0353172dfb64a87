import { transition } from 'xstate'
import type { Case, Decision, Ending, Scene } from '../case/case.ts'
import { stepperOf } from '../case/step.ts'
import type { State, Stepper } from '../case/step.ts'
import { caseMachine } from './case-machine.ts'

/** What replay needs of a logged decision. `scene` and `node` are checked against where the log has led. */
export type LoggedChoice = { scene: string; node: string; choice: string }

/** A scene without a decision that leads nowhere, or in a circle. */
export class NoWayOn extends Error {
  constructor(readonly scene: string) {
    super(`Expected a way on from scene "${scene}", found none`)
  }
}

/** One scene that was entered, and what was chosen in it; `choice` is null in beats, routers, endings and the open scene. */
export type Visit = { state: State; choice: string | null }

/**
 * Where an attempt stands. `visits` are all scenes that were entered, routers too, in order; the last is where play rests: an
 * open decision or an ending.
 */
export type Standing = {
  visits: Array<Visit>
  state: State
  at: { kind: 'decision'; scene: Scene; decision: Decision } | { kind: 'ending'; scene: Scene; ending: Ending }
}

type Refusal = { seq: number; reason: string }

export type Player = {
  stepper: Stepper
  machine: ReturnType<typeof caseMachine>
  /** Where an attempt without a decision stands. */
  start: Standing
  /** Where a choice leads; null where the machine does not take it. */
  choose: (standing: Standing, choice: string) => Standing | null
  /** Where the decision `seq` of a log leads from where those before it have led. */
  resume: (standing: Standing, seq: number, logged: LoggedChoice) => Standing | { refused: Refusal }
  replay: (log: ReadonlyArray<LoggedChoice>) => Standing | { refused: Refusal }
}

/**
 * Pure. Everything that plays a case, compiled once. `replay` feeds a decision log to the case machine, whose guards and
 * actions are the step function, and refuses a log that could not have happened: with the place (`seq`, from 0) and why.
 * `remembering` may keep what `choose` has found: a choice leads to the same whenever it is made.
 */
export function playerOf(
  source: Case,
  remembering: (choose: Player['choose']) => Player['choose'] = (choose) => choose,
): Player {
  const stepper = stepperOf(source)
  const machine = caseMachine(source, stepper)
  const start = rest(stepper, [], stepper.start)

  const choose = remembering((standing, choice) => {
    const { state, visits } = standing
    const snapshot = machine.resolveState({ value: state.scene, context: state })
    const event = { type: 'choose', choice } as const
    if (standing.at.kind !== 'decision' || !snapshot.can(event)) return null
    const next = stepper.step(state, choice)
    if (next === null) throw new Error(`Expected machine and step function to agree on "${choice}" in "${state.scene}"`)
    // Before the machine takes it: that would go round a circle of scenes for ever.
    const chosen = rest(stepper, [...visits.slice(0, -1), { state, choice }], next)
    const [taken] = transition(machine, snapshot, event)
    if (taken.value !== chosen.state.scene)
      throw new Error(`Expected scene "${chosen.state.scene}", found "${String(taken.value)}"`)
    return chosen
  })

  function resume(
    standing: Standing,
    seq: number,
    { scene, node, choice }: LoggedChoice,
  ): Standing | { refused: Refusal } {
    const { at } = standing
    if (at.kind === 'ending') return refuse(seq, `the case had ended in "${at.scene.id}"`)
    if (scene !== at.scene.id || node !== at.decision.id) {
      return refuse(
        seq,
        `expected decision "${at.decision.id}" of scene "${at.scene.id}", found "${node}" of "${scene}"`,
      )
    }
    return choose(standing, choice) ?? refuse(seq, `"${choice}" can't be chosen in "${at.decision.id}"`)
  }

  function replay(log: ReadonlyArray<LoggedChoice>): Standing | { refused: Refusal } {
    let standing = start
    for (const [seq, logged] of log.entries()) {
      const next = resume(standing, seq, logged)
      if ('refused' in next) return next
      standing = next
    }
    return standing
  }

  return { stepper, machine, start, choose, resume, replay }
}

function refuse(seq: number, reason: string): { refused: Refusal } {
  return { refused: { seq, reason } }
}

/**
 * Passes through beats and routers to where play rests.
 * @throws NoWayOn on a circle of them, or where no way is open: the checks refuse such a case before it is published
 */
function rest(stepper: Stepper, before: ReadonlyArray<Visit>, entered: State): Standing {
  const visits = [...before]
  const passed = new Set<string>()
  let state = entered
  for (;;) {
    visits.push({ state, choice: null })
    const scene = stepper.scene(state.scene)
    if (scene.exit.kind === 'decision') return { visits, state, at: { kind: 'decision', scene, decision: scene.exit } }
    if (scene.exit.kind === 'ending') return { visits, state, at: { kind: 'ending', scene, ending: scene.exit } }
    const key = JSON.stringify(state)
    const next = stepper.step(state, null)
    if (next === null || passed.has(key)) throw new NoWayOn(scene.id)
    passed.add(key)
    state = next
  }
}
