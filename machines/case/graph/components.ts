import { integerAt, integerList } from './numbers.ts'
import type { StateGraph } from './explore.ts'

/**
 * The strongly connected components: sets of states each of which can come to every other. They are numbered so that every
 * edge leads to the same component or to one with a lower number.
 */
export type Components = {
  count: number
  /** For each state its component. */
  of: Int32Array
  /** The states, component by component: those of component c lie from `offsets[c]` to `offsets[c + 1] − 1`. */
  members: Int32Array
  offsets: Int32Array
}

/** Pure. Source: Tarjan 1972, with a stack of its own, since a chain of a million states is deeper than the call stack. */
export function componentsOf(graph: Pick<StateGraph, 'size' | 'offsets' | 'targets'>): Components {
  const { size, offsets, targets } = graph
  const of = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const met = new Int32Array(size).fill(-1)
  const nextEdge = new Int32Array(size)
  const open = new Int32Array(size)
  const path = new Int32Array(size)
  const members = integerList()
  const starts = integerList()
  let time = 0
  let openCount = 0

  function close(state: number): void {
    const component = starts.length()
    starts.push(members.length())
    for (;;) {
      openCount -= 1
      const member = integerAt(open, openCount)
      of[member] = component
      members.push(member)
      if (member === state) return
    }
  }

  function searchFrom(root: number): void {
    let depth = 0
    enter(root)
    path[0] = root
    while (depth >= 0) {
      const state = integerAt(path, depth)
      const edge = integerAt(nextEdge, state)
      if (edge < integerAt(offsets, state + 1)) {
        nextEdge[state] = edge + 1
        const target = integerAt(targets, edge)
        if (integerAt(met, target) < 0) {
          enter(target)
          depth += 1
          path[depth] = target
        } else if (integerAt(of, target) < 0) {
          low[state] = Math.min(integerAt(low, state), integerAt(met, target))
        }
        continue
      }
      if (integerAt(low, state) === integerAt(met, state)) close(state)
      depth -= 1
      if (depth < 0) return
      const parent = integerAt(path, depth)
      low[parent] = Math.min(integerAt(low, parent), integerAt(low, state))
    }
  }

  function enter(state: number): void {
    met[state] = time
    low[state] = time
    time += 1
    nextEdge[state] = integerAt(offsets, state)
    open[openCount] = state
    openCount += 1
  }

  for (let state = 0; state < size; state += 1) if (integerAt(met, state) < 0) searchFrom(state)
  const count = starts.length()
  starts.push(members.length())
  return { count, of, members: members.toArray(), offsets: starts.toArray() }
}

/** Whether a component has a way from a state back to it: several states, or one that leads to itself. */
export function isLoop(
  graph: Pick<StateGraph, 'offsets' | 'targets'>,
  components: Components,
  component: number,
): boolean {
  const first = integerAt(components.offsets, component)
  if (integerAt(components.offsets, component + 1) - first > 1) return true
  const state = integerAt(components.members, first)
  for (let edge = integerAt(graph.offsets, state); edge < integerAt(graph.offsets, state + 1); edge += 1) {
    if (integerAt(graph.targets, edge) === state) return true
  }
  return false
}
