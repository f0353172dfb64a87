import { expect, test } from 'vitest'
import { decision } from '../../tests/fixtures/small-cases.ts'
import type { Decision } from '../case/case.ts'
import { decisionReport } from './decision-report.ts'
import type { DecisionFlow } from './decision-report.ts'
import { headingsOf, tallyOf } from './tally.ts'

function aDecision(): Decision {
  const { exit } = decision('d', ['end', { execution: 0 }], ['end', { execution: 2 }], ['end', { execution: 4 }])
  if (exit.kind !== 'decision') throw new Error('Expected a decision')
  return exit
}

/** Fifteen answers: two took a, eight b, five c. What hides the two may as well be one and nine. */
const HIDDEN: DecisionFlow = {
  answers: 15,
  chosen: new Map([
    ['a', { shown: 'few', most: 2 }],
    ['b', { shown: 'hidden', most: 9 }],
    ['c', { shown: 5, most: 5 }],
  ]),
}

function named(a: number, b: number, c: number) {
  return headingsOf(
    tallyOf([
      ['worst d a', a],
      ['worst d b', b],
      ['worst d c', c],
    ]),
  )
}

test('worst picks are told, unless so many named an option that it tells how many can have taken it', () => {
  const worstOf = (headings: ReturnType<typeof named>) =>
    decisionReport(aDecision(), headings, HIDDEN).figures?.options.map(({ namedWorst }) => namedWorst)
  expect(worstOf(named(9, 6, 0))).toEqual([9, 6, 0])
  // Seven named b, so at most eight can have taken it: nine would be ruled out.
  expect(worstOf(named(8, 7, 0))).toEqual(['hidden', 'hidden', 'hidden'])
})

test('of the abilities of fewer than ten takers, or of an unknown number, nothing is said', () => {
  const takers = (choice: string, n: number): Array<[string, number]> => [
    [`takers d ${choice} n`, n],
    [`takers d ${choice} x`, n * 14_500],
    [`takers d ${choice} xx`, n * 14_500 ** 2 + n * 10_000_000],
  ]
  const headings = headingsOf(tallyOf([...takers('a', 12), ...takers('b', 9), ...takers('c', 14)]))
  const chosen = (a: number | 'hidden') =>
    new Map([
      ['a', { shown: a, most: 13 }],
      ['b', { shown: 9, most: 9 }],
      ['c', { shown: 14, most: 14 }],
    ])
  const abilities = (a: number | 'hidden') =>
    decisionReport(aDecision(), headings, { answers: 35, chosen: chosen(a) }).figures?.options.map(
      ({ ability }) => ability,
    )
  // 1.45 is one spread of learners above the prior mean of 1.
  expect(abilities(12)).toEqual([
    { execution: 60, influence: null },
    { execution: null, influence: null },
    { execution: 60, influence: null },
  ])
  expect(abilities('hidden')?.[0]).toEqual({ execution: null, influence: null })
})
