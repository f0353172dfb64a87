import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ability } from './ability.ts'
import { abilityTally, reliabilityOf } from './reliability.ts'
import { merged } from './tally.ts'

function anAbility(execution: number, variance: number): Ability {
  return { mean: { execution, influence: 1 }, spread: { execution: variance, influence: 0.2, both: 0 } }
}

test('reliability is the part of the variance of abilities that is not uncertainty', () => {
  // 0.5, 1 and 1.5 four times each: variance 2/11; mean posterior variance 0.1.
  const abilities = [0.5, 1, 1.5].flatMap((mean) => [0.05, 0.1, 0.1, 0.15].map((variance) => anAbility(mean, variance)))
  const { execution, influence } = reliabilityOf(merged(abilities.map(abilityTally)))
  expect(execution).toBeCloseTo(2 / 11 / (2 / 11 + 0.1), 6)
  expect(influence).toBe(0)
  expect(reliabilityOf(merged(abilities.slice(0, 9).map(abilityTally)))).toEqual({ execution: null, influence: null })
})

test('reliability stays within 0…1 whoever is in the cohort', () => {
  const mean = fc.double({ min: -3, max: 4, noNaN: true })
  const variance = fc.double({ min: 0.001, max: 0.3, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(mean, variance), { minLength: 10, maxLength: 40 }), (learners) => {
      const tally = merged(learners.map(([value, uncertain]) => abilityTally(anAbility(value, uncertain))))
      const { execution } = reliabilityOf(tally)
      expect(execution).toBeGreaterThanOrEqual(0)
      expect(execution).toBeLessThan(1)
    }),
  )
})
