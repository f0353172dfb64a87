import { isScored } from './case.ts'
import type { StateGraph } from './graph/explore.ts'
import { at, integerAt, numberAt } from './graph/numbers.ts'
import { situationsOf } from './graph/situations.ts'
import { chancesAtMean } from './information.ts'

/** A play is followed over this many decisions. */
const DEEPEST = 200

/** How likely a play meets each decision (by id, 0–1), and how many scored decisions it is expected to meet, at least 1. */
export type Reach = { reach: Map<string, number>; nBar: number }

/**
 * Pure. Carries probability from the start through the reachable states, decision by decision: a scored one is answered as a
 * learner at the mean of the prior does, an unscored one evenly among the offered choices. The reach of a decision is the
 * expected number of visits, cut to 1.
 */
export function reachOf(graph: StateGraph): Reach {
  const nextDecision = decisionsAfter(graph)
  const chances = chancesIn(graph)
  const visits = new Float64Array(graph.stepper.case.scenes.length)
  const arriving = new Float64Array(graph.size)
  let layer: Array<number> = []

  function arrive(state: number, probability: number, arrived: Array<number>): void {
    const decision = integerAt(nextDecision, state)
    if (decision < 0 || probability === 0) return
    if (numberAt(arriving, decision) === 0) arrived.push(decision)
    arriving[decision] = numberAt(arriving, decision) + probability
  }

  arrive(0, 1, layer)
  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth += 1) {
    const probabilities = layer.map((state) => numberAt(arriving, state))
    for (const state of layer) arriving[state] = 0
    const next: Array<number> = []
    for (const [place, state] of layer.entries()) {
      const probability = at(probabilities, place)
      const scene = integerAt(graph.scenes, state)
      visits[scene] = numberAt(visits, scene) + probability
      for (let edge = integerAt(graph.offsets, state); edge < integerAt(graph.offsets, state + 1); edge += 1) {
        arrive(integerAt(graph.targets, edge), probability * numberAt(chances, edge), next)
      }
    }
    layer = next
  }

  const reach = new Map<string, number>()
  let expected = 0
  for (const [index, { exit }] of graph.stepper.case.scenes.entries()) {
    if (exit.kind !== 'decision') continue
    const probability = Math.min(1, numberAt(visits, index))
    reach.set(exit.id, probability)
    if (isScored(exit)) expected += probability
  }
  return { reach, nBar: Math.max(1, expected) }
}

/** For each state the decision at which a play rests next, itself included; −1 where it ends or goes round for ever. */
function decisionsAfter(graph: StateGraph): Int32Array {
  const known = new Int32Array(graph.size).fill(UNKNOWN)
  for (let start = 0; start < graph.size; start += 1) {
    const passed: Array<number> = []
    let state = start
    while (integerAt(known, state) === UNKNOWN && isPassedThrough(graph, state)) {
      known[state] = NONE
      passed.push(state)
      state = integerAt(graph.targets, integerAt(graph.offsets, state))
    }
    if (integerAt(known, state) === UNKNOWN) known[state] = graph.sceneAt(state).exit.kind === 'decision' ? state : NONE
    for (const before of passed) known[before] = integerAt(known, state)
  }
  return known
}

const NONE = -1
const UNKNOWN = -2

function isPassedThrough(graph: StateGraph, state: number): boolean {
  return graph.sceneAt(state).exit.kind === 'next'
}

/** For each edge the chance that it is taken in the state where it begins. */
function chancesIn(graph: StateGraph): Float64Array {
  const situations = situationsOf(graph)
  const chances = situations.list.map(({ offered }) => chancesAtMean(offered))
  const perEdge = new Float64Array(graph.targets.length).fill(1)
  for (let state = 0; state < graph.size; state += 1) {
    const place = integerAt(situations.of, state)
    if (place >= 0) perEdge.set(at(chances, place), integerAt(graph.offsets, state))
  }
  return perEdge
}
