import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decision } from '../../tests/fixtures/small-cases.ts'
import type { Decision } from '../case/case.ts'
import { agreementOn, intraclass, optionAgreements } from './agreement.ts'
import type { BlindRating } from './agreement.ts'

/** Table 2 of Shrout & Fleiss 1979: six targets rated by four judges. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

test('the table of Shrout and Fleiss has the coefficients that they give', () => {
  const { single, mean } = intraclass(SHROUT_FLEISS)
  // They print .29 and .62, from mean squares of 11.24, 32.49 and 1.02.
  expect(single).toBeCloseTo(0.29, 2)
  expect(mean).toBeCloseTo(0.62, 2)
  expect(single).toBeCloseTo((11.2417 - 1.0194) / (11.2417 + 3 * 1.0194 + (4 * (32.4861 - 1.0194)) / 6), 4)
})

test.each([
  [
    'pairs that differ by a constant',
    [
      [2, 4],
      [4, 6],
      [6, 8],
    ],
    2 / 3,
  ],
  [
    'raters of one mind',
    [
      [0, 0],
      [4, 4],
      [2, 2],
    ],
    1,
  ],
  [
    'raters who rate all alike',
    [
      [2, 2],
      [2, 2],
    ],
    null,
  ],
  ['one rater', [[1], [4]], null],
  ['one target', [[1, 4]], null],
])('%s have an agreement of %j: %s', (_, table, single) => {
  if (single === null) expect(intraclass(table).single).toBeNull()
  else expect(intraclass(table).single).toBeCloseTo(single, 12)
})

test('who rates first and which option comes first do not matter, and a mean of many is no less reliable than one', () => {
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((raters) =>
      fc.array(fc.array(fc.nat(4), { minLength: raters, maxLength: raters }), { minLength: 2, maxLength: 8 }),
    )
  fc.assert(
    fc.property(table, (rows) => {
      const { single, mean } = intraclass(rows)
      const turned = intraclass(rows.toReversed().map((row) => row.toReversed()))
      if (single === null || mean === null) return
      expect(turned.single).toBeCloseTo(single, 9)
      expect(single).toBeLessThanOrEqual(1)
      if (single >= 0) expect(mean).toBeGreaterThanOrEqual(single - 1e-12)
    }),
  )
})

function decisionsWith(): Array<Decision> {
  const { exit } = decision('d', ['end', { execution: 4, influence: 1 }], ['end', { execution: 0, influence: 2 }])
  return exit.kind === 'decision' ? [exit] : []
}

function rated(rater: string, choice: string, execution: number | null, influence: number | null): BlindRating {
  return { rater, decision: 'd', choice, execution, influence }
}

test('an option is disputed where colleagues are a step from the key or from each other', () => {
  const ratings = [
    rated('ana', 'a', 3, 1),
    rated('ben', 'a', 3, 3),
    rated('ana', 'b', 0, null),
    rated('ben', 'b', 1, null),
  ]
  const disputes = optionAgreements(decisionsWith(), ratings).map(
    ({ choice, dimension, mean, sd, raters, disputed }) => ({
      at: `${choice} ${dimension}`,
      mean,
      sd: sd === null ? null : Math.round(100 * sd) / 100,
      raters,
      disputed,
    }),
  )
  expect(disputes).toEqual([
    { at: 'a execution', mean: 3, sd: 0, raters: 2, disputed: ['key'] },
    { at: 'a influence', mean: 2, sd: 1.41, raters: 2, disputed: ['key', 'among-themselves'] },
    { at: 'b execution', mean: 0.5, sd: 0.71, raters: 2, disputed: [] },
    { at: 'b influence', mean: null, sd: null, raters: 0, disputed: [] },
  ])
})

test('agreement is told of the colleagues who rated every option of a dimension', () => {
  const ratings = [
    rated('ana', 'a', 4, 1),
    rated('ana', 'b', 0, 2),
    rated('ben', 'a', 4, null),
    rated('ben', 'b', 0, 2),
    rated('cleo', 'a', 1, null),
  ]
  expect(agreementOn('execution', decisionsWith(), ratings)).toEqual({
    icc: { single: 1, mean: 1 },
    raters: 2,
    targets: 2,
  })
  expect(agreementOn('influence', decisionsWith(), ratings)).toMatchObject({ icc: { single: null }, raters: 1 })
})
