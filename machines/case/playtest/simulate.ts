import type { Choice, Decision } from '../case.ts'
import type { Stepper } from '../step.ts'
import type { Player } from './players.ts'
import { drawn } from './random.ts'
import type { Random } from './random.ts'

/** One play. `ending` is null where it was given up, since a loop kept it from coming to one. */
export type Play = { steps: Array<PlayedStep>; ending: string | null }

type PlayedStep = { decision: Decision; offered: ReadonlyArray<Choice>; chosen: Choice; worst: Choice | null }

/** A play that has entered this many scenes is going round in circles. */
const MOST_SCENES = 2_000

/** Pure but for the numbers that it draws. Lets a player play a case that has passed the checks, from start to ending. */
export function simulate(stepper: Stepper, player: Player, random: Random): Play {
  const steps: Array<PlayedStep> = []
  let state = stepper.start
  for (let entered = 0; entered < MOST_SCENES; entered += 1) {
    const { exit } = stepper.scene(state.scene)
    if (exit.kind === 'ending') return { steps, ending: exit.id }
    let choice: Choice | null = null
    if (exit.kind === 'decision') {
      const step = decide(exit, stepper.offered(state), player, random)
      steps.push(step)
      choice = step.chosen
    }
    const next = stepper.step(state, choice && choice.id)
    if (next === null) throw new Error(`Expected a way on from scene "${state.scene}", found none`)
    state = next
  }
  return { steps, ending: null }
}

/** The worst option is not asked for where two are offered: one is left then. */
function decide(decision: Decision, offered: ReadonlyArray<Choice>, player: Player, random: Random): PlayedStep {
  const chosen = drawn(offered, player.best(offered), random)
  const others = offered.filter((choice) => choice !== chosen)
  const isAsked = player.worst !== null && decision.asksWorst && others.length > 1
  return {
    decision,
    offered,
    chosen,
    worst: isAsked && player.worst ? drawn(others, player.worst(others), random) : null,
  }
}
