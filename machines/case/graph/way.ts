import type { StateGraph } from './explore.ts'
import { edgesTo } from './extremes.ts'
import { integerAt, rowOf } from './numbers.ts'

/** A way with more steps than this is told by its two ends. */
const TOLD_IN_FULL = 60

/**
 * Pure. A way from the start in words: the scenes passed, each decision with the choice taken there, and the scene where it
 * ends, as in `monday: options → tuesday: wait → friday`.
 */
export function tellWay(graph: StateGraph, edges: ReadonlyArray<number>): string {
  const told = (some: ReadonlyArray<number>) => some.map((edge) => stepOver(graph, edge))
  const last = edges.at(-1)
  const end = graph.sceneAt(last === undefined ? 0 : integerAt(graph.targets, last)).id
  if (edges.length < TOLD_IN_FULL) return [...told(edges), end].join(' → ')
  const half = TOLD_IN_FULL / 2
  const left = `(${edges.length - TOLD_IN_FULL} more)`
  return [...told(edges.slice(0, half)), left, ...told(edges.slice(-half)), end].join(' → ')
}

/** Pure. A shortest way from the start to a state. */
export function shortestWayTo(graph: StateGraph, state: number): Array<number> {
  return edgesTo(graph, state, graph.foundBy)
}

function stepOver(graph: StateGraph, edge: number): string {
  const scene = graph.sceneAt(rowOf(graph.offsets, edge))
  const choice = scene.exit.kind === 'decision' ? scene.exit.choices[integerAt(graph.choices, edge)] : undefined
  return choice ? `${scene.id}: ${choice.id}` : scene.id
}
