import { expect, test } from 'vitest'
import type { Sum } from '../../machines/play/debrief.ts'
import { sumsText, wayText } from './comparison-text.ts'

const NONE: Sum = { shown: 0, possible: 0 }

function said(...sums: Parameters<typeof sumsText>): Array<string> {
  return sumsText(...sums).map((sentence) =>
    sentence
      .map(({ text }) => text)
      .join('')
      .replaceAll('\u00a0', ' '),
  )
}

function sums(execution: Sum, influence: Sum) {
  return { execution, influence }
}

test.each([
  [
    'both dimensions',
    sums({ shown: 31, possible: 44 }, { shown: 20, possible: 40 }),
    sums({ shown: 35, possible: 44 }, { shown: 0, possible: 36 }),
    [
      'On execution your run showed 31 of 44; this one 35 of 44.',
      'On influence your run showed 20 of 40; this one 0 of 36.',
    ],
  ],
  [
    'one dimension only',
    sums(NONE, { shown: 3, possible: 4 }),
    sums(NONE, { shown: 4, possible: 4 }),
    ['On influence your run showed 3 of 4; this one 4 of 4.'],
  ],
  [
    'a run in which a dimension was not rated',
    sums({ shown: 2, possible: 4 }, NONE),
    sums(NONE, { shown: 2, possible: 3 }),
    [
      'On execution your run showed 2 of 4; nothing in this one was rated.',
      'On influence nothing in your run was rated; this one showed 2 of 3.',
    ],
  ],
  ['nothing rated', sums(NONE, NONE), sums(NONE, NONE), ['Nothing on these two ways was rated.']],
])('%s is told in numbers', (_, own, other, text) => {
  expect(said(own, other)).toEqual(text)
})

test('only the names of the dimensions have their hues', () => {
  const told = sumsText(sums({ shown: 1, possible: 4 }, NONE), sums({ shown: 2, possible: 4 }, NONE))
  expect(told.flat().filter(({ dimension }) => dimension !== null)).toEqual([
    { text: 'execution', dimension: 'execution' },
  ])
})

test.each([
  [null, null, 'You chose as before all the way, so the two runs are the same.'],
  [{ number: 3, title: 'Red board' }, null, 'The two runs part at decision 3, “Red board”, and do not meet again.'],
  [
    { number: 3, title: 'Red board' },
    { kind: 'scene', title: 'Peak' },
    'The two runs part at decision 3, “Red board”, and meet again in “Peak”.',
  ],
  [
    { number: 1, title: 'Now' },
    { kind: 'ending' },
    'The two runs part at decision 1, “Now”, and meet again only in how it ends.',
  ],
] as const)('parting at %o and meeting at %o', (parting, meeting, text) => {
  expect(wayText(parting, meeting)).toBe(text)
})
