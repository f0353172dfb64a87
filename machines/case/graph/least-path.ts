import type { CompletePaths } from './complete-paths.ts'
import { bestEnding } from './extremes.ts'
import type { Cost, Extreme } from './extremes.ts'
import { nearestQueue } from './nearest-queue.ts'
import { flagAt, integerAt, numberAt } from './numbers.ts'

const NO_COMPONENT = -1

/**
 * Pure. The least sum that a complete path can have, exact with loops or without: shortest paths over the components in
 * topological order, with Dijkstra's search inside a loop. Null where no path is complete.
 */
export function leastPath(paths: CompletePaths, cost: Cost): Extreme | null {
  const { graph, components, canEnd } = paths
  if (flagAt(canEnd, 0) === 0) return null
  const before = new Float64Array(graph.size).fill(Infinity)
  const by = new Int32Array(graph.size).fill(-1)
  const queue = nearestQueue()
  before[0] = 0

  /** The sum of the best complete path found so far: what is not below it can be left alone. */
  let best = Infinity

  function passOn(state: number, component: number): void {
    if (numberAt(before, state) >= best) return
    const sum = numberAt(before, state) + cost.ofState(state)
    const first = integerAt(graph.offsets, state)
    const end = integerAt(graph.offsets, state + 1)
    for (let edge = first; edge < end; edge += 1) {
      const target = integerAt(graph.targets, edge)
      if (flagAt(canEnd, target) === 0) continue
      const next = cost.ofEdge ? sum + cost.ofEdge(edge, state) : sum
      if (next >= numberAt(before, target)) continue
      before[target] = next
      by[target] = edge
      if (integerAt(components.of, target) === component) queue.add(target, next)
      else if (isEnding(target)) best = Math.min(best, next + cost.ofState(target))
    }
  }

  function isEnding(state: number): boolean {
    return integerAt(graph.offsets, state) === integerAt(graph.offsets, state + 1)
  }

  for (let component = components.count - 1; component >= 0; component -= 1) {
    const first = integerAt(components.offsets, component)
    const end = integerAt(components.offsets, component + 1)
    if (flagAt(canEnd, integerAt(components.members, first)) === 0) continue
    if (end - first === 1) {
      passOn(integerAt(components.members, first), NO_COMPONENT)
      continue
    }
    for (let index = first; index < end; index += 1) {
      const state = integerAt(components.members, index)
      if (numberAt(before, state) < best) queue.add(state, numberAt(before, state))
    }
    while (!queue.isEmpty()) {
      const distance = queue.distance()
      const state = queue.take()
      if (distance === numberAt(before, state)) passOn(state, component)
    }
  }
  return bestEnding(paths, cost, { before, by }, (value, lowest) => value < lowest)
}
