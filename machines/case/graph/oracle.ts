import { isScored } from '../case.ts'
import { informationOf } from '../information.ts'
import type { State, Stepper } from '../step.ts'

/** A walk from the start: the states it passes, and the choice (null: none) by which it leaves each but the last. */
export type Walk = { states: Array<State>; choices: Array<string | null> }

/** What trying everything finds. `isWhole`: there is no walk but these; otherwise they are those of the fewest steps. */
export type Everything = { states: Map<string, State>; walks: Array<Walk>; isWhole: boolean }

const MOST_WALKS = 1_500
const LONGEST_WALK = 60

/** All states and walks, by trying everything: slow, and too simple to be wrong. */
export function tryEverything(stepper: Stepper): Everything {
  const states = new Map([[keyOf(stepper.start), stepper.start]])
  for (const state of states.values()) {
    for (const [, next] of movesFrom(stepper, state)) if (!states.has(keyOf(next))) states.set(keyOf(next), next)
  }
  const walks: Array<Walk> = []
  let open: Array<Walk> = [{ states: [stepper.start], choices: [] }]
  for (let steps = 0; steps < LONGEST_WALK && open.length > 0 && walks.length + open.length < MOST_WALKS; steps += 1) {
    walks.push(...open)
    open = open.flatMap((walk) =>
      movesFrom(stepper, lastOf(walk)).map(([choice, next]) => ({
        states: [...walk.states, next],
        choices: [...walk.choices, choice],
      })),
    )
  }
  return { states, walks, isWhole: open.length === 0 }
}

export function keyOf(state: State): string {
  return JSON.stringify([state.scene, state.values])
}

export function lastOf(walk: Walk): State {
  const last = walk.states.at(-1)
  if (!last) throw new Error('Expected a walk to have a state')
  return last
}

export function movesFrom(stepper: Stepper, state: State): Array<[choice: string | null, after: State]> {
  const { exit } = stepper.scene(state.scene)
  const choices = exit.kind === 'decision' ? exit.choices.map(({ id }) => id) : [null]
  return choices.flatMap((choice): Array<[string | null, State]> => {
    const after = stepper.step(state, choice)
    return after ? [[choice, after]] : []
  })
}

/** The states that can be come to from a state by one step or more. */
export function after(stepper: Stepper, state: State): Set<string> {
  const found = new Map(movesFrom(stepper, state).map(([, next]) => [keyOf(next), next]))
  for (const next of found.values()) {
    for (const [, further] of movesFrom(stepper, next))
      if (!found.has(keyOf(further))) found.set(keyOf(further), further)
  }
  return new Set(found.keys())
}

export function isEnding(stepper: Stepper, state: State): boolean {
  return stepper.scene(state.scene).exit.kind === 'ending'
}

export function scoredOn(stepper: Stepper, walk: Walk): number {
  return walk.states.filter(({ scene }) => {
    const { exit } = stepper.scene(scene)
    return exit.kind === 'decision' && isScored(exit)
  }).length
}

export function informationOnWalk(
  stepper: Stepper,
  walk: Walk,
): { execution: number; influence: number; cross: number } {
  const sum = { execution: 0, influence: 0, cross: 0 }
  for (const state of walk.states) {
    if (stepper.offered(state).length === 0) continue
    const information = informationOf(stepper.offered(state))
    sum.execution += information.execution
    sum.influence += information.influence
    sum.cross += information.cross
  }
  return sum
}
