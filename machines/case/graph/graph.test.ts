import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../case-facts.ts'
import { smallestEigenvalue } from '../information.ts'
import { deadEnd } from '../rules/dead-end.ts'
import { stepperOf } from '../step.ts'
import type { Stepper } from '../step.ts'
import { completePaths } from './complete-paths.ts'
import { countPaths } from './count-paths.ts'
import { explore } from './explore.ts'
import type { StateGraph } from './explore.ts'
import { mostMeetings } from './meetings.ts'
import {
  after,
  informationOnWalk,
  isEnding,
  keyOf,
  lastOf,
  movesFrom,
  scoredOn,
  tryEverything,
} from '../../../tests/fixtures/try-everything.ts'
import { informationOn, leastLevel } from './path-information.ts'
import { scoredDecisionsOn } from './scored-decisions.ts'
import { situationsOf } from './situations.ts'
import { smallCase } from '../../../tests/fixtures/small-cases.ts'
import { shortestWayTo } from './way.ts'

const RUNS = { numRuns: 600 }

function exploreAll(stepper: Stepper): StateGraph {
  const graph = explore(stepper)
  if (graph.kind === 'too-large') throw new Error('Expected a small graph')
  return graph
}

/** Everything about a small case, found twice: by the graph, and by trying everything. */
function bothWays(stepper: Stepper) {
  const graph = exploreAll(stepper)
  const paths = completePaths(graph)
  const situations = situationsOf(graph)
  const { states, walks, isWhole } = tryEverything(stepper)
  const onward = new Map(Array.from(states, ([key, state]) => [key, after(stepper, state)]))
  const canEnd = (key: string) =>
    [key, ...(onward.get(key) ?? [])].some((other) => {
      const state = states.get(other)
      return state !== undefined && isEnding(stepper, state)
    })
  const onLoop = Array.from(states.keys()).filter((key) => onward.get(key)?.has(key))
  const complete = walks.filter((walk) => isEnding(stepper, lastOf(walk)))
  return { graph, paths, situations, states, walks, complete, canEnd, onLoop, isWhole }
}

describe('for random small cases, the graph agrees with trying everything', () => {
  test('on the states that can be reached, and on the steps between them', () => {
    fc.assert(
      fc.property(smallCase(), (source) => {
        const stepper = stepperOf(source)
        const { graph, states } = bothWays(stepper)
        const found = Array.from({ length: graph.size }, (_, state) => graph.stateAt(state))
        expect(found.map(keyOf).sort()).toEqual([...states.keys()].sort())
        for (const [index, state] of found.entries()) {
          const edges = Array.from(graph.targets.subarray(graph.offsets[index], graph.offsets[index + 1]), (target) =>
            keyOf(graph.stateAt(target)),
          )
          expect(edges).toEqual(movesFrom(stepper, state).map(([, next]) => keyOf(next)))
        }
      }),
      RUNS,
    )
  })

  test('on the distance of each state from the start', () => {
    fc.assert(
      fc.property(smallCase(), (source) => {
        const { graph, walks } = bothWays(stepperOf(source))
        const nearest = new Map<string, number>()
        for (const walk of walks) {
          const key = keyOf(lastOf(walk))
          nearest.set(key, Math.min(nearest.get(key) ?? Infinity, walk.choices.length))
        }
        for (let state = 0; state < graph.size; state += 1) {
          const expected = nearest.get(keyOf(graph.stateAt(state)))
          if (expected !== undefined) expect(shortestWayTo(graph, state)).toHaveLength(expected)
        }
      }),
      RUNS,
    )
  })

  test('on dead ends, and on the states that can reach no ending', () => {
    fc.assert(
      fc.property(smallCase(), (source) => {
        const stepper = stepperOf(source)
        const { graph, paths, states, canEnd } = bothWays(stepper)
        const stuck = [...states.values()].filter(
          (state) => movesFrom(stepper, state).length === 0 && !isEnding(stepper, state),
        )
        const decisions = new Set(stuck.map(({ scene }) => scene))
        const findings = deadEnd.check(factsOf(graph))
        expect(findings).toHaveLength(decisions.size)
        for (let state = 0; state < graph.size; state += 1) {
          expect(paths.canEnd[state] === 1).toBe(canEnd(keyOf(graph.stateAt(state))))
        }
      }),
      RUNS,
    )
  })

  test('on how many complete sequences of choices there are', () => {
    fc.assert(
      fc.property(smallCase(), (source) => {
        const { paths, complete, onLoop, canEnd, isWhole } = bothWays(stepperOf(source))
        const count = countPaths(paths)
        expect(count === 'infinite').toBe(onLoop.some(canEnd))
        if (!isWhole) return
        const sequences = new Set(complete.map(({ choices }) => choices.filter((choice) => choice !== null).join(' ')))
        expect(count).toBe(BigInt(sequences.size))
      }),
      RUNS,
    )
  })

  test('on the scored decisions and the information of the shortest and the longest path', () => {
    fc.assert(
      fc.property(smallCase(), (source) => {
        const stepper = stepperOf(source)
        const { paths, situations, complete, onLoop, canEnd, states, isWhole } = bothWays(stepper)
        const decisions = scoredDecisionsOn(paths, situations)
        const execution = informationOn(paths, situations, 'execution')
        const level = leastLevel(paths, situations)
        if (complete.length === 0 && isWhole) expect(decisions).toBeNull()
        if (complete.length === 0 || !decisions || !execution || !level) return
        const informations = complete.map((walk) => informationOnWalk(stepper, walk))
        const seenLevel = Math.min(...informations.map(smallestEigenvalue))
        const spread = Math.max(...informations.map(({ execution: x, influence: y }) => x + y))
        const isEndless = onLoop.some((key) => {
          const state = states.get(key)
          return state !== undefined && canEnd(key) && scoredOn(stepper, { states: [state], choices: [] }) > 0
        })
        expect(decisions.most.value === Infinity).toBe(isEndless)
        const least = Math.min(...complete.map((walk) => scoredOn(stepper, walk)))
        expect(decisions.least.value).toBeLessThanOrEqual(least)
        expect(execution.least.value).toBeLessThanOrEqual(
          Math.min(...informations.map((found) => found.execution)) + 1e-12,
        )
        expect(level.value).toBeLessThanOrEqual(seenLevel + 0.01 * spread + 1e-12)
        if (!isWhole) return
        expect(decisions.least.value).toBe(least)
        expect(decisions.most.value).toBe(Math.max(...complete.map((walk) => scoredOn(stepper, walk))))
        expect(execution.least.value).toBeCloseTo(Math.min(...informations.map((found) => found.execution)), 10)
        expect(execution.most.value).toBeCloseTo(Math.max(...informations.map((found) => found.execution)), 10)
        expect(level.value).toBeGreaterThanOrEqual(seenLevel - 1e-9)
      }),
      RUNS,
    )
  })

  test('on the decisions that one path can meet more than twice', () => {
    fc.assert(
      fc.property(smallCase(), (source) => {
        const stepper = stepperOf(source)
        const { graph, paths, walks, onLoop, states, isWhole } = bothWays(stepper)
        const found = mostMeetings(graph, paths.components).map(({ decision: { id } }) => id)
        const often = new Set<string>()
        for (const { states: passed } of walks) {
          const met = new Map<string, number>()
          for (const { scene } of passed) met.set(scene, (met.get(scene) ?? 0) + 1)
          for (const [scene, times] of met)
            if (times > 2 && stepper.scene(scene).exit.kind === 'decision') often.add(scene)
        }
        for (const key of onLoop) {
          const scene = states.get(key)?.scene
          if (scene !== undefined && stepper.scene(scene).exit.kind === 'decision') often.add(scene)
        }
        for (const scene of often) expect(found).toContain(scene)
        if (isWhole) expect(new Set(found)).toEqual(often)
      }),
      RUNS,
    )
  })
})
