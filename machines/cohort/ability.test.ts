import { expect, test } from 'vitest'
import { aLoggedDecision, manyLoggedDecisions, ratedOptions } from '../../tests/fixtures/log-makers.ts'
import type { LoggedDecision } from '../score/log.ts'
import { EMPTY_PROFILE } from '../score/profile.ts'
import { resultOf } from '../score/result.ts'
import { replay } from '../score/score.ts'
import { weightInCase } from '../score/weight.ts'
import { abilityOf, restAbility } from './ability.ts'

test('ability is what the profile believes of both dimensions, with how the two go together', () => {
  const profile = replay(manyLoggedDecisions(30))
  const { dimensions } = resultOf(profile, null)
  const { mean, spread } = abilityOf(profile)
  expect(mean).toEqual({ execution: dimensions.execution.mean, influence: dimensions.influence.mean })
  expect(Math.sqrt(spread.execution)).toBeCloseTo(dimensions.execution.sd, 12)
  expect(Math.sqrt(spread.influence)).toBeCloseTo(dimensions.influence.sd, 12)
  // Before anything is known, two competencies of different dimensions have the covariance 0.10125.
  expect(abilityOf(EMPTY_PROFILE).spread.both).toBeCloseTo(0.10125, 12)
})

test.each([
  ['on one dimension', { options: ratedOptions([0, 1, 3, 4], null), best: 3, worst: 0 }],
  ['with a poor pick', { options: ratedOptions([0, 1, 3, 4], null), best: 0, worst: 3 }],
  ['without a worst pick', { options: ratedOptions([4, 0, 2], null), best: 1, worst: null }],
  [
    'on both dimensions',
    { influence: 'trust' as const, options: ratedOptions([4, 1, 0, 3], [1, 4, 0, 3]), best: 1, worst: 2 },
  ],
])('without a decision %s, ability is nearly what the log without it gives', (_, parts) => {
  const others = Array.from({ length: 11 }, (__, n): LoggedDecision =>
    aLoggedDecision({ node: `d${n}`, execution: 'resources', best: (n * 5) % 4, worst: (n * 5 + 1) % 4 }),
  )
  const one = aLoggedDecision(parts)
  const { mean: whole } = abilityOf(replay([...others, one]))
  const { mean: without } = abilityOf(replay(others))
  const ability = abilityOf(replay([...others, one]))
  const rest = restAbility(ability, { ...one, weight: weightInCase(1, one.nBar) })
  // What the decision itself moved is all but gone.
  for (const dimension of ['execution', 'influence'] as const) {
    const moved = Math.abs(whole[dimension] - without[dimension])
    expect(Math.abs(rest[dimension] - without[dimension])).toBeLessThan(0.02 + 0.35 * moved)
    expect(moved).toBeGreaterThan(0.003)
  }
})

test('a decision without weight takes nothing away', () => {
  const ability = abilityOf(replay(manyLoggedDecisions(10)))
  expect(restAbility(ability, { ...aLoggedDecision(), weight: 0 })).toEqual(ability.mean)
})
