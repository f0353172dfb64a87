import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chancesAtMean, informationAt, informationOf, leastInformedAngle, smallestEigenvalue } from './information.ts'

const rating = z.number().nullable()
const vectors = z
  .object({
    information: z.array(
      z.object({
        name: z.string(),
        decision: z.object({ options: z.array(z.object({ execution: rating, influence: rating })) }),
        expected: z.tuple([z.tuple([z.number(), z.number()]), z.tuple([z.number(), z.number()])]),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('tests/fixtures/measurement-vectors.json', 'utf8')))

describe('the expected information of a decision', () => {
  test.each(vectors.information)('is that of the vector $name', ({ decision, expected }) => {
    const { execution, influence, cross } = informationOf(decision.options)
    expect(execution).toBeCloseTo(expected[0][0], 12)
    expect(cross).toBeCloseTo(expected[0][1], 12)
    expect(cross).toBeCloseTo(expected[1][0], 12)
    expect(influence).toBeCloseTo(expected[1][1], 12)
  })

  test('counts a dimension that is not rated as nothing', () => {
    const options = [0, 1, 3, 4].map((execution) => ({ execution, influence: null }))
    expect(informationOf(options)).toMatchObject({ influence: 0, cross: 0 })
  })

  test('has as smallest eigenvalue the least information about any mix, at the angle of that mix', () => {
    const information = { execution: 0.7, influence: 0.4, cross: -0.3 }
    const mixes = Array.from({ length: 1000 }, (_, step) => informationAt(information, (Math.PI * step) / 1000))
    expect(Math.min(...mixes)).toBeCloseTo(smallestEigenvalue(information), 4)
    expect(informationAt(information, leastInformedAngle(information))).toBeCloseTo(smallestEigenvalue(information), 12)
  })

  test('is 0 about one mix where a decision shows preference only', () => {
    const preference = informationOf([
      { execution: 4, influence: 0 },
      { execution: 0, influence: 4 },
      { execution: 2, influence: 2 },
    ])
    expect(smallestEigenvalue(preference)).toBeCloseTo(0, 12)
  })
})

describe('the chance of a pick', () => {
  test('is even among options without ratings', () => {
    expect(
      chancesAtMean([
        { execution: null, influence: null },
        { execution: null, influence: null },
      ]),
    ).toEqual([0.5, 0.5])
  })

  test('follows the sum of the ratings', () => {
    const [poor, good] = chancesAtMean([
      { execution: 0, influence: 0 },
      { execution: 4, influence: 4 },
    ])
    expect((good ?? 0) / (poor ?? 1)).toBeCloseTo(Math.exp(0.7 * 4), 10)
  })
})
