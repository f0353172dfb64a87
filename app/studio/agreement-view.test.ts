import { expect, test } from 'vitest'
import { aCase } from '../../tests/fixtures/case-makers.ts'
import { agreementView } from './agreement-view.ts'

const rated = (raterId: string, promise: [number, number], options: [number, number]) => [
  { raterId, node: 'monday', choice: 'promise', execution: promise[0], influence: promise[1] },
  { raterId, node: 'monday', choice: 'options', execution: options[0], influence: options[1] },
]

test('raters who rate as the key does agree fully and dispute nothing', () => {
  const view = agreementView(aCase(), [...rated('a', [1, 2], [3, 3]), ...rated('b', [1, 2], [3, 3])])
  expect(view).toEqual({
    raters: 2,
    reliability: [
      { dimension: 'execution', single: '1.00', mean: '1.00' },
      { dimension: 'influence', single: '1.00', mean: '1.00' },
    ],
    disputed: [],
  })
})

test('an option is disputed with the key, among the raters, or both, and leads to its line', () => {
  const { disputed } = agreementView(aCase(), [...rated('a', [4, 2], [3, 1]), ...rated('b', [4, 2], [3, 4])])
  expect(disputed).toMatchObject([
    { choice: 'promise', dimension: 'execution', key: 1, mean: '4.00', spread: '0.00', why: 'with the key' },
    { choice: 'options', dimension: 'influence', key: 3, mean: '2.50', why: 'among themselves' },
  ])
  const promise = aCase().scenes.flatMap(({ exit }) => (exit.kind === 'decision' ? exit.choices : []))[0]
  expect(disputed[0]?.line).toBe(promise?.place.line)
})

test('one rater alone has no agreement', () => {
  expect(agreementView(aCase(), rated('a', [1, 2], [3, 3]))).toMatchObject({
    raters: 1,
    reliability: [{ single: null }, { mean: null }],
  })
})
