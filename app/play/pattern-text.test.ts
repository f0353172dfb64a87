import { expect, test } from 'vitest'
import type { Pattern } from '../../machines/play/debrief.ts'
import { patternText } from './pattern-text.ts'

const NONE: Pattern = { tradeOffs: 0, toExecution: 0, toInfluence: 0, between: 0, bettered: 0, scored: 0 }

function told(pattern: Partial<Pattern>): string {
  return patternText({ ...NONE, ...pattern })
    .map(({ text }) => text)
    .join('')
}

test.each<[Partial<Pattern>, string]>([
  [{}, 'Nothing on this way was rated, so there is no pattern to tell.'],
  [
    { scored: 8, tradeOffs: 8, toExecution: 5, toInfluence: 2, between: 1 },
    'In eight decisions the best for the work was not the best for the people. You leaned to the work in five of them, to the people in two and kept between the two in one. No choice of yours was one that another option bettered on one side at no cost to the other.',
  ],
  [
    { scored: 3, tradeOffs: 2, toInfluence: 2, bettered: 1 },
    'In two decisions the best for the work was not the best for the people. You leaned to the people in both. Once in three decisions another option was at least as good on both sides and better on one.',
  ],
  [
    { scored: 1, tradeOffs: 1, between: 1, bettered: 1 },
    'In one decision the best for the work was not the best for the people. You kept between the two. Once in one decision another option was at least as good on both sides and better on one.',
  ],
  [
    { scored: 13, tradeOffs: 0, bettered: 2 },
    'No decision on your way set the work against the people. Twice in 13 decisions another option was at least as good on both sides and better on one.',
  ],
])('%o is told in words', (pattern, text) => {
  expect(told(pattern)).toBe(text)
})

test('only the two dimensions carry a hue', () => {
  const hues = patternText({ ...NONE, scored: 8, tradeOffs: 8, toExecution: 5, toInfluence: 3 }).filter(
    ({ dimension }) => dimension !== null,
  )
  expect(hues).toEqual([
    { text: 'the work', dimension: 'execution' },
    { text: 'the people', dimension: 'influence' },
  ])
})
