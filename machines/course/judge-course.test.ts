import { describe, expect, test } from 'vitest'
import { aCourseSource } from '../../tests/fixtures/course-makers.ts'
import type { CourseParts } from '../../tests/fixtures/course-makers.ts'
import { steadyCase, times } from '../../tests/fixtures/steady-case.ts'
import type { DecisionParts } from '../../tests/fixtures/steady-case.ts'
import { EXECUTION, INFLUENCE } from '../case/case.ts'
import type { Case } from '../case/case.ts'
import { at } from '../case/graph/numbers.ts'
import { parseCase } from '../case/parse-case.ts'
import { parseCourse } from '../case/parse-course.ts'
import { RULES } from '../case/problem.ts'
import type { Problem, Rule } from '../case/problem.ts'
import { COURSE_RULES, judgeCourse } from './judge-course.ts'

/** So many decisions, on one competency of each side after the other. */
function inTurns(count: number): Array<DecisionParts> {
  return Array.from({ length: count }, (_, n) => ({
    execution: at(EXECUTION, n % EXECUTION.length),
    influence: at(INFLUENCE, n % INFLUENCE.length),
  }))
}

function aCase(source: string): Case {
  const { case: parsed, problems } = parseCase(source, null)
  if (!parsed) throw new Error(`Expected a case, found ${JSON.stringify(problems)}`)
  return parsed
}

/** Six times each of nine competencies. */
const ENOUGH = 6 * INFLUENCE.length
const full = aCase(steadyCase({ decisions: inTurns(ENOUGH) }))
const small = aCase(steadyCase({ decisions: times(1) }))
const CASES: Record<string, Case | 'faulty'> = { steady: full, second: small, third: small, broken: 'faulty' }

/** One choice of the decision before the last leaves the last one out. */
const withShortCut = aCase(
  steadyCase({
    decisions: inTurns(ENOUGH).map((decision, place) =>
      place === ENOUGH - 2 ? { ...decision, options: { 0: { goto: 'end' } } } : decision,
    ),
  }),
)

function judge(source: string, cases: Record<string, Case | 'faulty'> = CASES): Array<Problem> {
  const { head, problems } = parseCourse(source, null)
  expect(problems).toEqual([])
  if (!head) throw new Error('Expected a head that can be read')
  return judgeCourse({ ...head, cases: new Map(Object.entries(cases)) })
}

const two = (first: string, second: string): Array<string> => [
  `{ title: One, why: First., cases: [steady]${first} }`,
  `{ title: Two, why: Then., cases: [second]${second} }`,
]

type Row = {
  name: string
  rule: Rule
  found: Partial<CourseParts>
  passed: Partial<CourseParts>
  /** The source line that the problem points at begins with this. */
  line: string
  cases?: { found: Record<string, Case>; passed: Record<string, Case> }
}

const TABLE: Array<Row> = [
  {
    name: 'a case that is not there',
    rule: 'course/unknown-case',
    found: { modules: two('', '').concat('{ title: Three, why: Last., cases: [nowhere] }') },
    passed: { modules: two('', '').concat('{ title: Three, why: Last., cases: [third] }') },
    line: '  - { title: Three',
  },
  {
    name: 'a case with errors',
    rule: 'course/unknown-case',
    found: { modules: ['{ title: One, why: First., cases: [steady, broken] }'] },
    passed: { modules: ['{ title: One, why: First., cases: [steady, third] }'] },
    line: '  - { title: One',
  },
  {
    name: 'a need that is a case, but none of the course',
    rule: 'course/unknown-case',
    found: { modules: two('', ', needs: [third]') },
    passed: { modules: two('', ', needs: [steady]') },
    line: '  - { title: Two',
  },
  {
    name: 'a case in two modules',
    rule: 'course/duplicate-case',
    found: { modules: ['{ title: One, why: First., cases: [steady] }', '{ title: Two, why: Then., cases: [steady] }'] },
    passed: { modules: two('', '') },
    line: '  - { title: Two',
  },
  {
    name: 'modules that need each other',
    rule: 'course/cycle',
    found: { order: 'free', modules: two(', needs: [second]', ', needs: [steady]') },
    passed: { order: 'free', modules: two(', needs: [second]', '') },
    line: '  - { title: Two',
  },
  {
    name: 'a module that needs its own case',
    rule: 'course/cycle',
    found: { order: 'free', modules: two('', ', needs: [second]') },
    passed: { order: 'free', modules: two('', ', needs: [steady]') },
    line: '  - { title: Two',
  },
  {
    name: 'a sequential course that needs a later case',
    rule: 'course/cycle',
    found: { order: 'sequential', modules: two(', needs: [second]', '') },
    passed: { order: 'free', modules: two(', needs: [second]', '') },
    line: '  - { title: One',
  },
  {
    name: 'a lens without weight on a side',
    rule: 'course/lens',
    found: {
      lens: [
        [2, 0],
        [1, 0],
      ],
    },
    passed: {
      lens: [
        [2, 0],
        [0, 1],
      ],
    },
    line: 'lens:',
  },
  {
    name: 'a competency measured five times',
    rule: 'course/coverage',
    found: {},
    passed: {},
    line: '---',
    cases: {
      found: { steady: aCase(steadyCase({ decisions: inTurns(ENOUGH - 1) })) },
      passed: { steady: full },
    },
  },
  {
    name: 'a competency measured five times on some way',
    rule: 'course/coverage',
    found: {},
    passed: {},
    line: '---',
    cases: { found: { steady: withShortCut }, passed: { steady: full } },
  },
  {
    name: 'a competency measured five times over all cases',
    rule: 'course/coverage',
    found: { modules: two('', '') },
    passed: { modules: two('', '') },
    line: '---',
    cases: {
      found: { steady: aCase(steadyCase({ decisions: inTurns(ENOUGH - 1) })), second: small },
      passed: {
        steady: aCase(steadyCase({ decisions: inTurns(ENOUGH - 1) })),
        second: aCase(steadyCase({ decisions: [{ influence: at(INFLUENCE, INFLUENCE.length - 1) }] })),
      },
    },
  },
]

describe('each rule of courses', () => {
  test.each(TABLE)('finds $name, and nothing where it just holds', ({ rule, found, passed, line, cases }) => {
    const source = aCourseSource(found)
    const problems = judge(source, cases?.found)
    expect(problems.map((problem) => problem.rule)).toEqual([rule])
    const [problem] = problems
    expect(problem?.severity).toBe(RULES[rule])
    expect(source.split('\n')[(problem?.line ?? 0) - 1]).toMatch(new RegExp(`^${line}`))
    expect(judge(aCourseSource(passed), cases?.passed)).toEqual([])
  })

  test('says how often each case measures the competency at least', () => {
    const source = aCourseSource({ modules: two('', '') })
    const [problem] = judge(source, { steady: aCase(steadyCase({ decisions: inTurns(ENOUGH - 1) })), second: small })
    expect(problem?.message).toBe(
      'Expected "sharing-credit" to be measured at least 6 times on every way through the course, found 5: 5 in steady',
    )
  })

  test('does not count as measured what no case can be asked about', () => {
    expect(judge(aCourseSource({ modules: ['{ title: One, why: First., cases: [nowhere] }'] }))).toMatchObject([
      { rule: 'course/unknown-case' },
    ])
  })

  test('tells every need that closes a circle, and what is wrong with other rules beside it', () => {
    const modules = [
      '{ title: One, why: First., cases: [steady], needs: [second, third] }',
      '{ title: Two, why: Then., cases: [second, third, second] }',
    ]
    const found = judge(aCourseSource({ modules })).map(({ rule, column }) => [rule, column > 1])
    expect(found).toEqual([
      ['course/cycle', true],
      ['course/cycle', true],
      ['course/duplicate-case', true],
    ])
  })

  test('has a row in the table', () => {
    const expected = Object.keys(RULES).filter((rule) => rule.startsWith('course/'))
    expect(COURSE_RULES.map(({ rule }) => rule).sort()).toEqual(expected.sort())
    expect([...new Set(TABLE.map(({ rule }) => rule))].sort()).toEqual(expected)
  })
})
