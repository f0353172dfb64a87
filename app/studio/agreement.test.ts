import { expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'

test('the example of Shrout & Fleiss (1979), table 2, has their coefficients', () => {
  const { single, mean, raters } = agreementOf([
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ])
  expect(raters).toBe(4)
  expect(single).toBeCloseTo(0.29, 2)
  expect(mean).toBeCloseTo(0.62, 2)
})

test('raters who agree in everything have one, and too few have none', () => {
  const { single, mean } = agreementOf([
    [1, 1],
    [3, 3],
    [4, 4],
  ])
  expect(single).toBeCloseTo(1, 9)
  expect(mean).toBeCloseTo(1, 9)
  expect(agreementOf([[1], [2]])).toEqual({ raters: 1, single: null, mean: null })
  expect(agreementOf([])).toEqual({ raters: 0, single: null, mean: null })
  expect(
    agreementOf([
      [2, 2],
      [2, 2],
    ]),
  ).toEqual({ raters: 2, single: null, mean: null })
})
