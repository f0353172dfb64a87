import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from './case.ts'
import { explore } from './graph/explore.ts'
import { lastOf, tryEverything } from '../../tests/fixtures/try-everything.ts'
import { caseOf, decision, ending, next, smallCase } from '../../tests/fixtures/small-cases.ts'
import { chancesAtMean } from './information.ts'
import { reachOf } from './reach.ts'
import type { Reach } from './reach.ts'
import { stepperOf } from './step.ts'

function reachIn(source: Case): Reach {
  const graph = explore(stepperOf(source))
  if (graph.kind === 'too-large') throw new Error('Expected a small graph')
  return reachOf(graph)
}

describe('the reach of a decision', () => {
  test('is what a learner at the mean of the prior would meet: a scored decision by its odds, an unscored one evenly', () => {
    const source = caseOf([
      decision('first', ['left', { execution: 4 }], ['right', { execution: 0 }]),
      next('left', 'fork'),
      decision('fork', ['right'], ['end']),
      decision('right', ['end', { execution: 3 }], ['end', { execution: 1 }]),
      ending('end'),
    ])
    const best = Math.exp(1.4) / (1 + Math.exp(1.4))
    const { reach, nBar } = reachIn(source)
    expect(reach.get('first')).toBe(1)
    expect(reach.get('fork')).toBeCloseTo(best, 12)
    expect(reach.get('right')).toBeCloseTo(1 - best + best / 2, 12)
    expect(nBar).toBeCloseTo(1 + 1 - best / 2, 12)
  })

  test('is at most 1, however often a loop comes back to it, and n̄ at least 1', () => {
    const { reach, nBar } = reachIn(caseOf([decision('again', ['again'], ['again'], ['end']), ending('end')]))
    expect(reach.get('again')).toBe(1)
    expect(nBar).toBe(1)
  })

  test('is 0 beyond 200 decisions', () => {
    const scenes = Array.from({ length: 205 }, (_, index) =>
      decision(`s${index}`, [`s${index + 1}`, { execution: 4 }], [`s${index + 1}`, { execution: 0 }]),
    )
    const { reach, nBar } = reachIn(caseOf([...scenes, ending('s205')]))
    expect(reach.get('s199')).toBeCloseTo(1, 12)
    expect(reach.get('s200')).toBe(0)
    expect(nBar).toBeCloseTo(200, 9)
  })

  test('does not wait for beats that go round for ever', () => {
    const { reach } = reachIn(caseOf([decision('in', ['a'], ['end']), next('a', 'b'), next('b', 'a'), ending('end')]))
    expect(reach.get('in')).toBe(1)
  })

  test('agrees with the probabilities of all walks, for random small cases', () => {
    fc.assert(
      fc.property(smallCase(), (source) => {
        const stepper = stepperOf(source)
        const { walks, isWhole } = tryEverything(stepper)
        fc.pre(isWhole)
        const visits = new Map<string, number>()
        for (const walk of walks) {
          let probability = 1
          for (const [index, choice] of walk.choices.entries()) {
            const offered = stepper.offered(walk.states[index] ?? stepper.start)
            const chances = chancesAtMean(offered)
            if (choice !== null) probability *= chances[offered.findIndex(({ id }) => id === choice)] ?? 0
          }
          const { scene } = lastOf(walk)
          visits.set(scene, (visits.get(scene) ?? 0) + probability)
        }
        for (const [id, probability] of reachIn(source).reach) {
          expect(probability).toBeCloseTo(Math.min(1, visits.get(id) ?? 0), 12)
        }
      }),
      { numRuns: 300 },
    )
  })
})
