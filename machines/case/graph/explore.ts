import type { Choice, Scene } from '../case.ts'
import type { State, Stepper } from '../step.ts'
import { at, integerList } from './numbers.ts'
import { packingOf } from './packing.ts'
import { stateTable } from './state-table.ts'

/** More reachable states than this are not explored: a case that has them can't be checked. */
export const STATE_LIMIT = 1_000_000

/**
 * Every state that a play can come to, and every step between two of them. States are numbered from 0, the start, in the
 * order of a breadth-first search. The edges of state s are numbered from `offsets[s]` to `offsets[s + 1] − 1`, in the order
 * of the file; an ending and a dead end have none.
 */
export type StateGraph = {
  kind: 'graph'
  stepper: Stepper
  size: number
  /** For each state the place of its scene in the case. */
  scenes: Int32Array
  offsets: Int32Array
  /** For each edge the state that it leads to. */
  targets: Int32Array
  /** For each edge the place of its choice within the decision, −1 for the step out of a beat or router. */
  choices: Int32Array
  /** For each state the edge by which it was first found: the end of a shortest way to it; −1 at the start. */
  foundBy: Int32Array
  stateAt: (state: number) => State
  sceneAt: (state: number) => Scene
}

/** What is known of a case with too many states: these scenes are reachable, others may be. */
export type TooLarge = { kind: 'too-large'; limit: number; scenes: ReadonlySet<string> }

/**
 * Pure. Explores a case from its start with the step function that plays it. Takes time and memory in proportion to states
 * and edges; a million states with 30 booleans take about a second and under 200 MB.
 */
export function explore(stepper: Stepper, limit: number = STATE_LIMIT): StateGraph | TooLarge {
  const { scenes } = stepper.case
  const sceneIndexes = new Map(scenes.map((scene, index) => [scene.id, index]))
  const table = stateTable(packingOf(stepper.case, stepper.slots, stepper.start.values))
  const offsets = integerList()
  const targets = integerList()
  const choices = integerList()
  const foundBy = integerList()

  function add(state: State): number {
    return table.add(sceneIndexes.get(state.scene) ?? -1, state.values)
  }

  function connect(next: State, choice: number): void {
    const known = table.size()
    const target = add(next)
    if (target === known) foundBy.push(targets.length())
    targets.push(target)
    choices.push(choice)
  }

  function stateAt(state: number): State {
    return { scene: at(scenes, table.sceneOf(state)).id, values: table.valuesOf(state) }
  }

  add(stepper.start)
  foundBy.push(-1)
  for (let state = 0; state < table.size(); state += 1) {
    if (table.size() > limit) return { kind: 'too-large', limit, scenes: scenesOf(table.size(), table.sceneOf, scenes) }
    offsets.push(targets.length())
    const here = stateAt(state)
    const { exit } = at(scenes, table.sceneOf(state))
    if (exit.kind === 'ending') continue
    const moves: ReadonlyArray<Choice | null> = exit.kind === 'decision' ? stepper.offered(here) : [null]
    for (const choice of moves) {
      const next = stepper.step(here, choice && choice.id)
      if (next) connect(next, choice && exit.kind === 'decision' ? exit.choices.indexOf(choice) : -1)
    }
  }
  offsets.push(targets.length())

  const size = table.size()
  return {
    kind: 'graph',
    stepper,
    size,
    scenes: Int32Array.from({ length: size }, (_, state) => table.sceneOf(state)),
    offsets: offsets.toArray(),
    targets: targets.toArray(),
    choices: choices.toArray(),
    foundBy: foundBy.toArray(),
    stateAt,
    sceneAt: (state) => at(scenes, table.sceneOf(state)),
  }
}

function scenesOf(size: number, sceneOf: (state: number) => number, scenes: ReadonlyArray<Scene>): Set<string> {
  const reached = new Set<string>()
  for (let state = 0; state < size; state += 1) reached.add(at(scenes, sceneOf(state)).id)
  return reached
}
