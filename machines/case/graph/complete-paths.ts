import { componentsOf, isLoop } from './components.ts'
import type { Components } from './components.ts'
import type { StateGraph } from './explore.ts'
import { flagAt, integerAt } from './numbers.ts'

/** The part of the state graph that lies on complete paths: ways from the start to an ending. */
export type CompletePaths = {
  graph: StateGraph
  components: Components
  /** 1 for each state from which an ending can be reached. With a 0 at the start there is no complete path. */
  canEnd: Uint8Array
  /** The states in which a play has ended. */
  endings: Int32Array
  /** Whether some complete path goes through a loop, and so there is no end to their number. */
  hasLoop: boolean
}

/** Pure. */
export function completePaths(graph: StateGraph): CompletePaths {
  const components = componentsOf(graph)
  const ends = Uint8Array.from(graph.stepper.case.scenes, ({ exit }) => (exit.kind === 'ending' ? 1 : 0))
  const isEnding = (state: number) => flagAt(ends, integerAt(graph.scenes, state)) === 1
  const canEnd = whatReaches(graph, components, isEnding)
  let hasLoop = false
  for (let component = 0; component < components.count && !hasLoop; component += 1) {
    const state = integerAt(components.members, integerAt(components.offsets, component))
    hasLoop = flagAt(canEnd, state) === 1 && isLoop(graph, components, component)
  }
  return { graph, components, canEnd, endings: components.members.filter(isEnding), hasLoop }
}

/** Pure. 1 for each state from which one that `isGoal` can be reached, itself included. */
export function whatReaches(graph: StateGraph, components: Components, isGoal: (state: number) => boolean): Uint8Array {
  const reaches = new Uint8Array(graph.size)
  for (let component = 0; component < components.count; component += 1) {
    const first = integerAt(components.offsets, component)
    const end = integerAt(components.offsets, component + 1)
    let found = false
    for (let index = first; index < end && !found; index += 1) {
      const state = integerAt(components.members, index)
      found = isGoal(state) || leadsTo(graph, state, reaches)
    }
    if (found) for (let index = first; index < end; index += 1) reaches[integerAt(components.members, index)] = 1
  }
  return reaches
}

function leadsTo(graph: StateGraph, state: number, reaches: Uint8Array): boolean {
  for (let edge = integerAt(graph.offsets, state); edge < integerAt(graph.offsets, state + 1); edge += 1) {
    if (flagAt(reaches, integerAt(graph.targets, edge)) === 1) return true
  }
  return false
}
