import { expect, test } from 'vitest'
import { dimensionAt, PRIOR } from './belief.ts'
import { type Contrast, contrastOf } from './contrast.ts'
import { EMPTY_PROFILE, type Profile } from './profile.ts'

/** Enough evidence on both dimensions, and execution this many sd of the difference above influence. */
function aProfile(sdAbove: number): Profile {
  const variance = 1 / 8 + 1 / 9
  const enough = { decisions: 12, cases: ['a', 'b'] }
  return {
    ...EMPTY_PROFILE,
    belief: {
      mean: PRIOR.mean.map((_, c) => (dimensionAt(c) === 'execution' ? 1 + sdAbove * Math.sqrt(variance) : 1)),
      covariance: PRIOR.covariance.map((_, k) => (k % (PRIOR.mean.length + 1) === 0 ? 1 : 0)),
    },
    dimensions: { execution: enough, influence: enough },
  }
}

/** A normal is below 1.2816 with 0.9, and below 0.8416 with 0.8. */
const claims: Array<[sdAbove: number, claim: Contrast['claim']]> = [
  [1.2817, 'execution'],
  [1.2815, 'leaning-execution'],
  [0.8417, 'leaning-execution'],
  [0.8415, 'none'],
  [0, 'none'],
  [-0.8415, 'none'],
  [-0.8417, 'leaning-influence'],
  [-1.2815, 'leaning-influence'],
  [-1.2817, 'influence'],
]

for (const [sdAbove, claim] of claims) {
  test(`execution ${sdAbove} sd above influence is claimed as ${claim}`, () => {
    expect(contrastOf(aProfile(sdAbove)).claim).toBe(claim)
  })
}

for (const dimension of ['execution', 'influence'] as const) {
  test(`without enough evidence on ${dimension} neither is claimed to be the stronger one`, () => {
    const profile = aProfile(4)
    const scarce = {
      ...profile,
      dimensions: { ...profile.dimensions, [dimension]: { decisions: 11, cases: ['a', 'b'] } },
    }
    expect(contrastOf(scarce)).toMatchObject({ claim: 'none' })
    expect(contrastOf(scarce).pExecutionAboveInfluence).toBeGreaterThan(0.99)
  })
}
