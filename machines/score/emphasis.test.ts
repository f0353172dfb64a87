import { expect, test } from 'vitest'
import { dimensionAt, PRIOR, SIZE } from './belief.ts'
import { emphasisOf } from './emphasis.ts'
import type { Demand } from './log.ts'

/** Much better known than before the first decision, with these means. */
function aBelief(execution: number, influence: number) {
  return {
    mean: PRIOR.mean.map((_, c) => (dimensionAt(c) === 'execution' ? execution : influence)),
    covariance: PRIOR.covariance.map((value) => value / 4),
  }
}

const byRole: Array<[execution: Demand, influence: Demand, recommendation: string]> = [
  [5, 1, 'management'],
  [4, 2, 'management'],
  [3, 2, 'blended'],
  [3, 3, 'blended'],
  [2, 3, 'blended'],
  [2, 4, 'leadership'],
]

for (const [execution, influence, recommendation] of byRole) {
  test(`without results, a role that asks ${execution} and ${influence} is given ${recommendation}`, () => {
    const share = execution / (execution + influence)
    expect(emphasisOf(PRIOR, { execution, influence })).toEqual({ share, recommendation, basis: 'role' })
  })
}

test('a learner who is exposed in one dimension is given that one, by results', () => {
  const role: { execution: Demand; influence: Demand } = { execution: 3, influence: 3 }
  expect(emphasisOf(aBelief(0, 1.5), role)).toMatchObject({ recommendation: 'management', basis: 'results' })
  expect(emphasisOf(aBelief(1.5, 0), role)).toMatchObject({ recommendation: 'leadership', basis: 'results' })
  expect(emphasisOf(aBelief(0, 0), role)).toMatchObject({ recommendation: 'blended', basis: 'results' })
})

for (const known of ['execution', 'influence']) {
  test(`where only ${known} is known well enough, the role speaks, however exposed the learner may be`, () => {
    const covariance = PRIOR.covariance.map((value, k) => (dimensionAt(k % SIZE) === known ? value / 4 : value))
    const emphasis = emphasisOf({ ...aBelief(0, 0), covariance }, { execution: 5, influence: 1 })
    expect(emphasis).toMatchObject({ basis: 'role', recommendation: 'management' })
  })
}

test('where no exposure is noticeable, the role speaks', () => {
  expect(emphasisOf(aBelief(3, 3), { execution: 5, influence: 2 })).toMatchObject({ basis: 'role', share: 5 / 7 })
})
