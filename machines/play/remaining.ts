import { componentsOf, isLoop } from '../case/graph/components.ts'
import type { Components } from '../case/graph/components.ts'
import { explore } from '../case/graph/explore.ts'
import type { StateGraph } from '../case/graph/explore.ts'
import { at } from '../case/graph/numbers.ts'
import type { State, Stepper } from '../case/step.ts'

/** Decisions still to be met on the way to an ending, the open one included. `max` is null where a loop allows any number. */
export type Remaining = { min: number; max: number | null }

/** A page must not wait longer than this many states take; a larger case says less. */
const MOST_STATES = 50_000

const UNKNOWN: Remaining = { min: 1, max: null }

/** Pure. How far it still is from each state of a case: worked out once, for all states together. */
export function remainingIn(stepper: Stepper): (state: State) => Remaining {
  const graph = explore(stepper, MOST_STATES)
  if (graph.kind === 'too-large') return () => UNKNOWN
  const { least, most } = extremes(graph, componentsOf(graph))
  const numbers = new Map(Array.from({ length: graph.size }, (_, number) => [keyOf(graph.stateAt(number)), number]))
  return (state) => {
    const number = numbers.get(keyOf(state))
    if (number === undefined) return UNKNOWN
    const max = at(most, number)
    return { min: at(least, number), max: Number.isFinite(max) ? max : null }
  }
}

function keyOf(state: State): string {
  return `${state.scene} ${state.values.join(' ')}`
}

/** Components come in an order in which every way leads to a lower number, so one pass over them sees all targets first. */
function extremes(graph: StateGraph, components: Components): { least: Float64Array; most: Float64Array } {
  const least = new Float64Array(graph.size).fill(Infinity)
  const most = new Float64Array(graph.size).fill(0)
  for (let component = 0; component < components.count; component += 1) {
    const members = components.members.subarray(
      at(components.offsets, component),
      at(components.offsets, component + 1),
    )
    const endless = isLoop(graph, components, component)
    for (const state of members)
      most[state] = endless ? Infinity : costOf(graph, state) + bestTarget(graph, state, most, Math.max, 0)
    for (let changed = true; changed;) {
      changed = false
      for (const state of members) {
        const ending = graph.sceneAt(state).exit.kind === 'ending'
        const now = ending ? 0 : costOf(graph, state) + bestTarget(graph, state, least, Math.min, Infinity)
        changed ||= now < at(least, state)
        least[state] = now
      }
    }
  }
  return { least, most }
}

function costOf(graph: StateGraph, state: number): number {
  return graph.sceneAt(state).exit.kind === 'decision' ? 1 : 0
}

function bestTarget(
  graph: StateGraph,
  state: number,
  sums: Float64Array,
  better: (a: number, b: number) => number,
  none: number,
): number {
  let best = none
  for (let edge = at(graph.offsets, state); edge < at(graph.offsets, state + 1); edge += 1) {
    best = better(best, at(sums, at(graph.targets, edge)))
  }
  return best
}
