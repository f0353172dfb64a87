import type { CompletePaths } from './complete-paths.ts'
import { isLoop } from './components.ts'
import { bestEnding } from './extremes.ts'
import type { Cost, Extreme } from './extremes.ts'
import { flagAt, integerAt, numberAt } from './numbers.ts'

/**
 * Pure. The greatest sum that a complete path can have, exact: longest paths over the components in topological order. It is
 * `Infinity`, without a path, where a loop adds to it each time round. Null where no path is complete.
 */
export function greatestPath(paths: CompletePaths, cost: Cost): Extreme | null {
  const { graph, components, canEnd } = paths
  if (flagAt(canEnd, 0) === 0) return null
  const before = new Float64Array(graph.size).fill(-Infinity)
  const by = new Int32Array(graph.size).fill(-1)
  before[0] = 0

  for (let component = components.count - 1; component >= 0; component -= 1) {
    const first = integerAt(components.offsets, component)
    const end = integerAt(components.offsets, component + 1)
    if (flagAt(canEnd, integerAt(components.members, first)) === 0) continue
    if (isLoop(graph, components, component)) {
      const members = components.members.subarray(first, end)
      if (members.some((state) => addsInside(state, component))) members.forEach((state) => (before[state] = Infinity))
      else walkInside(members, component)
    }
    for (let index = first; index < end; index += 1) passOn(integerAt(components.members, index), component)
  }
  return bestEnding(paths, cost, { before, by }, (value, best) => value > best)

  function passOn(state: number, component: number): void {
    const sum = numberAt(before, state) + cost.ofState(state)
    for (let edge = integerAt(graph.offsets, state); edge < integerAt(graph.offsets, state + 1); edge += 1) {
      const target = integerAt(graph.targets, edge)
      if (flagAt(canEnd, target) === 0 || integerAt(components.of, target) === component) continue
      const next = cost.ofEdge ? sum + cost.ofEdge(edge, state) : sum
      if (next <= numberAt(before, target)) continue
      before[target] = next
      by[target] = edge
    }
  }

  /** Whether going round a loop by way of this state of it adds to the sum. */
  function addsInside(state: number, component: number): boolean {
    if (cost.ofState(state) > 0) return true
    if (!cost.ofEdge) return false
    for (let edge = integerAt(graph.offsets, state); edge < integerAt(graph.offsets, state + 1); edge += 1) {
      if (integerAt(components.of, integerAt(graph.targets, edge)) === component && cost.ofEdge(edge, state) > 0)
        return true
    }
    return false
  }

  /** A loop that adds nothing is one place: every state of it has the best sum with which the loop can be entered. */
  function walkInside(members: Int32Array, component: number): void {
    const entry = members.reduce((best, state) => (numberAt(before, state) > numberAt(before, best) ? state : best))
    const sum = numberAt(before, entry)
    const seen = new Set([entry])
    for (const state of seen) {
      for (let edge = integerAt(graph.offsets, state); edge < integerAt(graph.offsets, state + 1); edge += 1) {
        const target = integerAt(graph.targets, edge)
        if (integerAt(components.of, target) !== component || seen.has(target)) continue
        seen.add(target)
        before[target] = sum
        by[target] = edge
      }
    }
  }
}
