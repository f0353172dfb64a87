import { expect, test } from 'vitest'
import { anAnswer, attemptBy, studiedCase } from '../../tests/fixtures/branching-case.ts'
import { caseOf, decision, ending, next } from '../../tests/fixtures/small-cases.ts'
import { reportOf, tallied } from '../../tests/fixtures/tallied-cases.ts'
import { caseReport } from './case-report.ts'
import { heatMap } from './heat-map.ts'

/** So many learners who each pick the same. */
function times(count: number, ...picks: Array<number>): Array<Array<number>> {
  return Array.from({ length: count }, () => picks)
}

const FORK = caseOf([
  decision(
    'first',
    ['aside', { execution: 0, influence: 1 }],
    ['second', { execution: 4, influence: 3 }],
    ['second', { execution: 2, influence: 4 }],
  ),
  { ...next('aside', 'second'), prose: [{ kind: 'markdown', nodes: [] }] },
  decision('second', ['good', { execution: 4, influence: 4 }], ['poor', { execution: 0, influence: 0 }]),
  ending('good'),
  ending('poor'),
])

test('a report tells the ways, the endings, and what was chosen with its share', () => {
  const report = reportOf(FORK, [...times(4, 0, 0), ...times(5, 1, 0), ...times(3, 1, 1), ...times(8, 2, 1)])
  expect(report).toMatchObject({
    learners: 20,
    scenes: [
      { id: 'first', learners: 20 },
      { id: 'aside', learners: 4 },
      { id: 'second', learners: 20 },
      { id: 'good', learners: 9 },
      { id: 'poor', learners: 11 },
    ],
    edges: [
      { from: 'first', to: 'aside', learners: 4 },
      { from: 'first', to: 'second', learners: 16 },
      { from: 'aside', to: 'second', learners: 4 },
      { from: 'second', to: 'good', learners: 9 },
      { from: 'second', to: 'poor', learners: 11 },
    ],
    endings: [
      { id: 'good', learners: 9, share: { share: 0.45 } },
      { id: 'poor', learners: 11 },
    ],
    minutes: 1,
  })
  const [first] = report?.decisions ?? []
  expect(first?.figures?.options.map(({ id, chosen, share }) => [id, chosen, share?.share])).toEqual([
    ['a', 4, 0.2],
    ['b', 8, 0.4],
    ['c', 8, 0.4],
  ])
  // Whoever took a named b, the others a.
  expect(first?.figures?.options.map(({ namedWorst }) => namedWorst)).toEqual([16, 4, 0])
  expect(first?.figures).toMatchObject({ namedNone: 0, seconds: 30 })
  // Execution: (0·4 + 4·8 + 2·8 + 4·9 + 0·11) / (4·20 + 4·20); influence: (0·4 + 2·8 + 3·8 + 4·9) / (3·20 + 4·20).
  expect(report?.attained).toEqual([
    { competency: 'delegation', share: { percent: Math.round((100 * 84) / 160), nearest: 1 } },
    { competency: 'trust', share: { percent: Math.round((100 * 76) / 140), nearest: 1 } },
  ])
})

test('nothing is told of nine learners, whoever else is still under way', () => {
  const studied = studiedCase(FORK)
  const attempts = times(9, 1, 0).map((picks) => attemptBy(studied, picks))
  const open = Array.from({ length: 30 }, () => ({
    ...attemptBy(studied, []),
    answers: [anAnswer('first', 'first', 'b')],
  }))
  expect(caseReport(FORK, tallied(studied, [...attempts, ...open]))).toBeNull()
  const ten = tallied(studied, [...attempts, attemptBy(studied, [1, 0]), ...open])
  expect(caseReport(FORK, ten)).toMatchObject({
    learners: 10,
    scenes: [{ learners: 10 }, {}, { learners: 10 }, {}, {}],
  })
})

test('of one learner who goes aside neither the number nor what would tell it is shown', () => {
  const report = reportOf(FORK, [...times(1, 0, 0), ...times(9, 1, 0), ...times(8, 2, 1)])
  expect(report?.scenes.map(({ learners }) => learners)).toEqual([18, 'few', 18, 10, 8])
  expect(report?.edges.map(({ learners }) => learners)).toEqual(['few', 'hidden', 'hidden', 10, 8])
  const options = report?.decisions[0]?.figures?.options ?? []
  expect(options.map(({ chosen, share }) => [chosen, share?.share ?? null])).toEqual([
    ['few', null],
    [9, 0.5],
    ['hidden', null],
  ])
})

test('of a decision that fewer than ten met, the ways are shown and nothing of how it was decided', () => {
  const source = caseOf([
    decision('first', ['aside'], ['good']),
    decision('aside', ['good'], ['poor']),
    ending('good'),
    ending('poor'),
  ])
  const report = reportOf(source, [...times(4, 0, 0), ...times(5, 0, 1), ...times(11, 1)])
  expect(report?.decisions).toMatchObject([
    { id: 'first', answers: 20, figures: { options: [{ chosen: 9 }, { chosen: 11 }] } },
    { id: 'aside', answers: 9, figures: null },
  ])
  expect(report?.edges.map(({ learners }) => learners)).toEqual([9, 11, 4, 5])
})

test('confidence is told with the quality of what was taken, where that tells of nobody', () => {
  const studied = studiedCase(FORK)
  const sure = (picks: Array<number>, confidence: 'certain' | 'guess') => {
    const attempt = attemptBy(studied, picks)
    return { ...attempt, answers: attempt.answers.map((answer) => ({ ...answer, confidence })) }
  }
  const certain = [...times(8, 0, 0), ...times(4, 1, 0)].map((picks) => sure(picks, 'certain'))
  const guess = [...times(2, 1, 1), ...times(8, 2, 1)].map((picks) => sure(picks, 'guess'))
  const [first] = caseReport(FORK, tallied(studied, [...certain, ...guess]))?.decisions ?? []
  // Quality: a ⅛, b ⅞, c ¾.
  expect(first?.figures?.confidence).toEqual([
    { level: 'certain', learners: 12, quality: Math.round((100 * (8 * 0.125 + 4 * 0.875)) / 12) / 100 },
    { level: 'fairly', learners: 0, quality: null },
    { level: 'guess', learners: 10, quality: Math.round((100 * (2 * 0.875 + 8 * 0.75)) / 10) / 100 },
    { level: null, learners: 0, quality: null },
  ])
  const nine = caseReport(FORK, tallied(studied, [...certain, ...guess.slice(1)]))?.decisions[0]
  expect(nine?.figures?.confidence.map(({ quality }) => quality)).toEqual([null, null, null, null])
})

test('the heat map tells of each competency what each case asks for, and a per cent where enough have ended it', () => {
  const many = reportOf(FORK, [...times(10, 1, 0), ...times(10, 2, 1)])
  const rows = heatMap([
    { slug: 'played', source: FORK, report: many },
    { slug: 'hardly', source: FORK, report: reportOf(FORK, times(9, 1, 0)) },
    { slug: 'other', source: caseOf([ending('good')]), report: null },
  ])
  expect(rows).toHaveLength(17)
  // (4 + 4)·10 of (4 + 4)·20 with b and then good, (2 + 0)·10 with c and then poor.
  expect(rows.find(({ competency }) => competency === 'delegation')?.cells).toEqual([
    { slug: 'played', isAsked: true, share: { percent: 63, nearest: 1 } },
    { slug: 'hardly', isAsked: true, share: null },
    { slug: 'other', isAsked: false, share: null },
  ])
  expect(rows.find(({ competency }) => competency === 'listening')?.cells.some(({ isAsked }) => isAsked)).toBe(false)
})
