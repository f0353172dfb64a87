import { isScored } from '../case.ts'
import type { Choice, Decision } from '../case.ts'
import { informationOf } from '../information.ts'
import type { Information } from '../information.ts'
import type { StateGraph } from './explore.ts'
import { at, integerAt, numberAt } from './numbers.ts'

/** A decision as it is met: with the options that are offered at that moment. */
export type Situation = { decision: Decision; offered: Array<Choice>; isScored: boolean; information: Information }

/** The situations of a case; many states share one. */
export type Situations = {
  list: Array<Situation>
  /** For each state its place in the list, −1 where nothing is decided. */
  of: Int32Array
}

/** Pure. A decision without any option offered, a dead end, is no situation. */
export function situationsOf(graph: StateGraph): Situations {
  const list: Array<Situation> = []
  const known = new Map<number, number>()
  const of = new Int32Array(graph.size).fill(-1)
  for (let state = 0; state < graph.size; state += 1) {
    const first = integerAt(graph.offsets, state)
    const end = integerAt(graph.offsets, state + 1)
    if (first === end || integerAt(graph.choices, first) < 0) continue
    let offered = 0
    for (let edge = first; edge < end; edge += 1) offered |= 1 << integerAt(graph.choices, edge)
    const key = integerAt(graph.scenes, state) * 32 + offered
    let place = known.get(key)
    if (place === undefined) {
      place = list.length
      known.set(key, place)
      list.push(situationAt(graph, state))
    }
    of[state] = place
  }
  return { list, of }
}

function situationAt(graph: StateGraph, state: number): Situation {
  const { exit, id } = graph.sceneAt(state)
  if (exit.kind !== 'decision') throw new Error(`Expected a decision in scene "${id}", found ${exit.kind}`)
  const edges = graph.choices.subarray(integerAt(graph.offsets, state), integerAt(graph.offsets, state + 1))
  const offered = Array.from(edges, (choice) => at(exit.choices, choice))
  return { decision: exit, offered, isScored: isScored(exit), information: informationOf(offered) }
}

/** Pure. A value for each situation, and 0 where nothing is decided, as what a state adds to a path. */
export function perSituation(
  situations: Situations,
  value: (situation: Situation) => number,
): (state: number) => number {
  const values = Float64Array.from(situations.list, value)
  return (state) => {
    const place = integerAt(situations.of, state)
    return place < 0 ? 0 : numberAt(values, place)
  }
}
