import { expect, test } from 'vitest'
import { type Claim, figuresOf } from './claims.ts'
import type { Evidence } from './evidence.ts'
import type { Demand } from './log.ts'
import { COMPETENCY_MEASURE, DIMENSION_MEASURES } from './measures.ts'

const DIMENSION = DIMENSION_MEASURES.execution

function anEvidence(decisions: number, cases: number): Evidence {
  return { decisions, cases: Array.from({ length: cases }, (_, n) => `case-${n}`) }
}

/** With sd 0.1 the cuts 0.775 and 1.225 are passed with 0.9 from 1.2816 sd beyond them, with 0.8 from 0.8416 sd. */
const claims: Array<[mean: number, demand: Demand, claim: Claim]> = [
  [0.775 - 0.1282, 3, 'exposed'],
  [0.775 - 0.1281, 3, 'leaning-exposed'],
  [0.775 - 0.0842, 3, 'leaning-exposed'],
  [0.775 - 0.0841, 3, 'none'],
  [1, 3, 'none'],
  [1.225 + 0.0841, 3, 'none'],
  [1.225 + 0.0842, 3, 'leaning-strong'],
  [1.225 + 0.1281, 3, 'leaning-strong'],
  [1.225 + 0.1282, 3, 'strong'],
  [0.775 - 0.1282, 2, 'none'],
  [0.775 + 0.1125 - 0.1282, 4, 'exposed'],
  [1.225 + 0.1282, 5, 'none'],
  [1.225 - 0.225 + 0.1282, 1, 'strong'],
]

for (const [mean, demand, claim] of claims) {
  test(`a dimension at ${mean} with sd 0.1 is claimed as ${claim} where the role asks ${demand}`, () => {
    expect(figuresOf(DIMENSION, { mean, variance: 0.01 }, anEvidence(12, 2), demand).claim).toBe(claim)
  })
}

const gates: Array<[what: string, measure: typeof DIMENSION, decisions: number, cases: number, isOpen: boolean]> = [
  ['dimension', DIMENSION, 12, 2, true],
  ['dimension', DIMENSION, 11, 2, false],
  ['dimension', DIMENSION, 40, 1, false],
  ['competency', COMPETENCY_MEASURE, 4, 2, true],
  ['competency', COMPETENCY_MEASURE, 3, 2, false],
  ['competency', COMPETENCY_MEASURE, 9, 1, false],
]

for (const [what, measure, decisions, cases, isOpen] of gates) {
  test(`a ${what} far below its cut is ${isOpen ? '' : 'not '}claimed with ${decisions} decisions in ${cases} cases`, () => {
    const { claim } = figuresOf(measure, { mean: -1, variance: 0.01 }, anEvidence(decisions, cases), 3)
    expect(claim).toBe(isOpen ? 'exposed' : 'none')
  })
}

const remaining: Array<[what: string, mean: number, variance: number, decisions: number, cases: number, more: number]> =
  [
    ['before the first decision, by the information that is missing', 1, DIMENSION.priorVariance, 0, 0, 40],
    ['with little uncertainty, by the gate', 1, 0.01, 5, 2, 7],
    ['with all but a second case', 1, 0.01, 30, 1, 1],
    ['with nothing missing and no claim', 1, 0.01, 30, 3, 0],
    ['with a claim, however uncertain', -2, 0.2, 30, 3, 0],
  ]

for (const [when, mean, variance, decisions, cases, more] of remaining) {
  test(`${when}, ${more} more decisions are expected until a claim`, () => {
    expect(figuresOf(DIMENSION, { mean, variance }, anEvidence(decisions, cases), 3).moreDecisions).toBe(more)
  })
}

test('the bar shows the prior mean as 50, and its interval unclipped', () => {
  const { t, low, high } = figuresOf(DIMENSION, { mean: 1, variance: 9 }, anEvidence(0, 0), 3)
  expect(t).toBe(50)
  expect(low).toBeCloseTo(50 - (10 * 1.6448536269514722 * 3) / 0.45, 9)
  expect(high).toBeCloseTo(50 + (10 * 1.6448536269514722 * 3) / 0.45, 9)
})
