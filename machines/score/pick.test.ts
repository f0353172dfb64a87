import { expect, test } from 'vitest'
import { pickProbabilities } from './pick.ts'

const options = [-1, -0.5, 0.5, 1].map((execution) => ({ execution, influence: 0 }))

test('at no competence every option is picked alike, and with more the better ones are picked more often', () => {
  expect(pickProbabilities(options, 0.7, { execution: 0, influence: 0 })).toEqual([0.25, 0.25, 0.25, 0.25])
  const picked = pickProbabilities(options, 0.7, { execution: 1, influence: 0 })
  expect(picked).toEqual(picked.toSorted((one, other) => one - other))
})

test('the pick of the worst option goes the other way', () => {
  const picked = pickProbabilities(options, -0.35, { execution: 1, influence: 0 })
  expect(picked).toEqual(picked.toSorted((one, other) => other - one))
})

test('a competence without measure still gives probabilities', () => {
  expect(pickProbabilities(options, 0.7, { execution: 1e6, influence: 0 })).toEqual([0, 0, 0, 1])
})
