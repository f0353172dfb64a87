import type { CompletePaths } from './complete-paths.ts'
import { flagAt, integerAt } from './numbers.ts'

/**
 * Some part of the graph between two states that every path passes: how many ways end within it, and how many go on to the
 * next part.
 */
type Stretch = { ended: bigint; through: bigint }

/**
 * Pure. The number of distinct sequences of choices that lead from the start to an ending, exact; `infinite` where a loop
 * lies on some of them. A state and a choice have one state after them, so sequences of choices are paths in the graph, and
 * a loop that can be left holds a choice.
 *
 * Counts are carried forward in topological order and forgotten once passed on. Where all ways meet in one state, counting
 * starts again from 1 there, and the stretches are multiplied in the end: the numbers stay short, and a count of hundreds of
 * thousands of digits costs a few long multiplications.
 */
export function countPaths(paths: CompletePaths): bigint | 'infinite' {
  if (flagAt(paths.canEnd, 0) === 0) return 0n
  if (paths.hasLoop) return 'infinite'
  return joined(stretchesOf(paths)).ended
}

function stretchesOf({ graph, canEnd }: CompletePaths): Array<Stretch> {
  const missing = waysIn(graph.targets, canEnd, graph.size)
  const ways = new Map<number, bigint>([[0, 1n]])
  const stretches: Array<Stretch> = []
  let ended = 0n
  const ready = [0]
  for (const state of ready) {
    let count = ways.get(state) ?? 0n
    if (ways.size === 1) {
      stretches.push({ ended, through: count })
      ended = 0n
      count = 1n
    }
    ways.delete(state)
    const first = integerAt(graph.offsets, state)
    const end = integerAt(graph.offsets, state + 1)
    if (first === end) ended += count
    for (let edge = first; edge < end; edge += 1) {
      const target = integerAt(graph.targets, edge)
      if (flagAt(canEnd, target) === 0) continue
      ways.set(target, (ways.get(target) ?? 0n) + count)
      missing[target] = integerAt(missing, target) - 1
      if (missing[target] === 0) ready.push(target)
    }
  }
  stretches.push({ ended, through: 0n })
  return stretches
}

/** For each state the edges that lead to it: only when all of them have been counted is it its turn. */
function waysIn(targets: Int32Array, canEnd: Uint8Array, size: number): Int32Array {
  const ways = new Int32Array(size)
  for (const target of targets) if (flagAt(canEnd, target) === 1) ways[target] = integerAt(ways, target) + 1
  return ways
}

/** Stretches one after the other as one; halves are joined first, so that numbers of like length are multiplied. */
function joined(stretches: ReadonlyArray<Stretch>): Stretch {
  const [first] = stretches
  if (!first) return { ended: 0n, through: 1n }
  if (stretches.length === 1) return first
  const half = stretches.length >> 1
  const before = joined(stretches.slice(0, half))
  const after = joined(stretches.slice(half))
  return { ended: before.ended + before.through * after.ended, through: before.through * after.through }
}
