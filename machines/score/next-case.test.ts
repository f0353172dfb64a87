import { expect, test } from 'vitest'
import { ratedOptions } from '../../tests/fixtures/log-makers.ts'
import { PRIOR } from './belief.ts'
import { type OpenCase, type OpenDecision, prospectsOf } from './next-case.ts'

function aDecision(parts: Partial<OpenDecision> = {}): OpenDecision {
  const options = ratedOptions([0, 1, 3, 4], null)
  return { execution: 'delegation', influence: null, options, reach: 1, seen: false, ...parts }
}

function aCase(slug: string, decisions: Array<OpenDecision>, parts: Partial<OpenCase> = {}): OpenCase {
  return { slug, played: false, nBar: 2, decisions, ...parts }
}

function slugs(cases: Array<OpenCase>): Array<string> {
  return prospectsOf(PRIOR, null, cases).map(({ slug }) => slug)
}

test('a case in the band comes before one with more to gain outside it', () => {
  const easy = aDecision({ options: ratedOptions([0, 4, 4, 4], null) })
  expect(slugs([aCase('easy', [easy, easy, easy]), aCase('fitting', [aDecision()])])).toEqual(['fitting', 'easy'])
})

test('of two cases in the band the one with more to gain comes first, and of two alike the first slug', () => {
  const short = [aDecision()]
  const long = [aDecision(), aDecision()]
  expect(slugs([aCase('c', short), aCase('b', short), aCase('d', long)])).toEqual(['d', 'b', 'c'])
})

test('a case is left out where all is seen, where nothing is scored, and where all options are alike', () => {
  const unscored = aDecision({
    execution: null,
    options: ratedOptions([0, 0], null).map(() => ({ execution: null, influence: null })),
  })
  const alike = aDecision({ options: ratedOptions([2, 2, 2], null) })
  expect(
    slugs([aCase('seen', [aDecision({ seen: true })]), aCase('unscored', [unscored]), aCase('alike', [alike])]),
  ).toEqual([])
})

test('what is new in a case played before gains half', () => {
  const [fresh, replayed] = [false, true].map(
    (played) => prospectsOf(PRIOR, null, [aCase('a', [aDecision()], { played })])[0],
  )
  expect(replayed?.gain).toBeCloseTo((fresh?.gain ?? 0) / 2, 12)
})

test('the reasons are the two competencies that gain the most', () => {
  const decisions = [
    aDecision(),
    aDecision({ execution: 'resources', reach: 0.5 }),
    aDecision({ execution: 'coordination', reach: 0.2 }),
  ]
  expect(prospectsOf(PRIOR, null, [aCase('a', decisions)])[0]?.reasons).toEqual(['delegation', 'resources'])
})

test('what the role asks for decides between two cases', () => {
  const influence = aDecision({ execution: null, influence: 'trust', options: ratedOptions(null, [0, 1, 3, 4]) })
  const cases = [aCase('execution', [aDecision()]), aCase('influence', [influence])]
  expect(prospectsOf(PRIOR, { execution: 5, influence: 2 }, cases)[0]?.slug).toBe('execution')
  expect(prospectsOf(PRIOR, { execution: 2, influence: 5 }, cases)[0]?.slug).toBe('influence')
})

test('a case with a number that is none is an error that names it', () => {
  expect(() => slugs([aCase('broken', [aDecision({ reach: Number.NaN })])])).toThrow(/^broken: /)
})
