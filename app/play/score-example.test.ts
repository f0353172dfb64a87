import { expect, test } from 'vitest'
import { scoreExample } from './score-example.ts'

test('before any pick the example stands at 50 on both sides', () => {
  const { execution, influence, moments, back } = scoreExample(null)
  expect(execution.t).toBeCloseTo(50, 9)
  expect(influence.t).toBeCloseTo(50, 9)
  expect(moments).toHaveLength(1)
  expect(back).toBeNull()
})

test('picking what is best for the work moves execution up and influence down, and narrows both bands', () => {
  const before = scoreExample(null)
  const after = scoreExample('aaaaaa')
  expect(after.execution.t).toBeGreaterThan(before.execution.t)
  expect(after.influence.t).toBeLessThan(before.influence.t)
  expect(after.execution.high - after.execution.low).toBeLessThan(before.execution.high - before.execution.low)
  expect(after.moments.map(({ label }) => label).at(-1)).toBe('After decision 6: a')
})

test('each option leads on from the picks so far, and the last pick can be taken back', () => {
  const { options, back } = scoreExample('ab')
  expect(options.map(({ to }) => to)).toEqual(
    ['a', 'b', 'c', 'd'].map((letter) => `/how-it-scores?picks=ab${letter}#example`),
  )
  expect(back).toBe('/how-it-scores?picks=a#example')
})

test.each([['zz'], ['<script>'], ['']])('what can not be picks, %j, is none', (address) => {
  expect(scoreExample(address).picks).toBe(0)
})

test('the example ends after twenty-four picks', () => {
  expect(scoreExample('d'.repeat(500))).toMatchObject({ picks: 24, isFull: true })
})
