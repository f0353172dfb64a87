import type { CompletePaths } from './complete-paths.ts'
import type { StateGraph } from './explore.ts'
import { integerAt, numberAt, rowOf } from './numbers.ts'

/** What adds up along a path: something at each state, and something on each edge. Never below 0. */
export type Cost = { ofState: (state: number) => number; ofEdge?: (edge: number, from: number) => number }

/** The extreme of a sum over complete paths, with the edges of a path that has it, first to last. */
export type Extreme = { value: number; edges: Array<number> }

/**
 * A search under way: for each state the extreme sum over the states and edges before it, and the edge by which it was come
 * to, −1 at the start.
 */
export type Sums = { before: Float64Array; by: Int32Array }

/** Pure. The ending with the best sum by the end of a search. Where the sum is infinite there is no path to show. */
export function bestEnding(
  { graph, endings }: CompletePaths,
  cost: Cost,
  sums: Sums,
  isBetter: Comparison,
): Extreme | null {
  let best: { value: number; state: number } | null = null
  for (const state of endings) {
    const value = numberAt(sums.before, state) + cost.ofState(state)
    if (!best || isBetter(value, best.value)) best = { value, state }
  }
  if (!best) return null
  return { value: best.value, edges: best.value === Infinity ? [] : edgesTo(graph, best.state, sums.by) }
}

export type Comparison = (value: number, best: number) => boolean

/** Pure. The edges by which a state was come to from the start, first to last, where `by` has the last edge to each state. */
export function edgesTo(graph: StateGraph, state: number, by: Int32Array): Array<number> {
  const edges: Array<number> = []
  for (let edge = integerAt(by, state); edge >= 0; edge = integerAt(by, rowOf(graph.offsets, edge))) edges.push(edge)
  return edges.reverse()
}
