import fc from 'fast-check'
import { expect, test } from 'vitest'
import { competenceFrom } from '../../tests/bench/simulation/learner.ts'
import { randomFrom } from '../../tests/bench/simulation/random.ts'
import { movesByOrder, play } from '../../tests/bench/simulation/study.ts'
import { worldFrom } from '../../tests/bench/simulation/world.ts'

test('in simulated worlds the order within a case moves a dimension by at most 0.1 sd, and 0.01 on average', () => {
  const moves: Array<number> = []
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (seed) => {
      const random = randomFrom(seed)
      const played = play(random, worldFrom(random), competenceFrom(random), { slope: 1 }, 0)
      const moved = movesByOrder(random, played)
      expect(Math.max(...moved)).toBeLessThanOrEqual(0.1)
      moves.push(...moved)
    }),
    { numRuns: 40 },
  )
  expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBeLessThanOrEqual(0.01)
  expect(Math.max(...moves)).toBeGreaterThan(0)
})
