import { describe, expect, test } from 'vitest'
import { checkCase } from '../check-case.ts'
import { informationOf } from '../information.ts'
import { RULES } from '../problem.ts'
import type { Rule } from '../problem.ts'
import { CASE_RULES, GRAPH_RULES } from './rules.ts'
import { decisionScene, steadyCase, times, TRADE_OFF } from '../../../tests/fixtures/steady-case.ts'
import type { DecisionParts, Ratings } from '../../../tests/fixtures/steady-case.ts'

const LONG = 'Take it up today with all of the people who know it best.'
const UNRATED: Array<Ratings> = [
  [null, null],
  [null, null],
]
const TIED_ON_EXECUTION: Array<Ratings> = [
  [0, null],
  [0, null],
  [4, null],
  [4, null],
]
const TIED_ON_INFLUENCE: Array<Ratings> = TIED_ON_EXECUTION.map(([rating]) => [null, rating])
const PREFERENCE: Array<Ratings> = [
  [4, 0],
  [0, 4],
  [2, 2],
]
const ONE_IS_BEST: Array<Ratings> = [
  [4, 4],
  [3, 1],
  [1, 3],
  [0, 0],
]
const WITHOUT_POOR: Array<Ratings> = [
  [4, 2],
  [2, 4],
  [2, 0],
  [0, 2],
  [4, 3],
]
const LOW_HALF: Array<Ratings> = [
  [2, 1],
  [0, 4],
  [0, 0],
  [2, 3],
]
const NARROW: Array<Ratings> = [
  [0, null],
  [0, null],
  [2, null],
  [2, null],
]

const ended = (id: string) =>
  `<Scene id="${id}">\n<Ending id="${id}" outcome="poor">\nIt is over.\n</Ending>\n</Scene>\n`
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
const withOption = (place: number, option: NonNullable<DecisionParts['options']>[number]): DecisionParts => ({
  options: { [place]: option },
})
const chained = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    decisionScene(index === 0 ? 'extra' : `x${index}`, index + 1 < count ? `x${index + 1}` : 'end', {
      ratings: UNRATED,
      options: { 0: { set: `b${index}: true` } },
    }),
  ).join('\n')
const booleans = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `b${index}: false`).join(', ')} }`

function toRated(ratings: Array<Ratings>): Array<{ execution: number | null; influence: number | null }> {
  return ratings.map(([execution, influence]) => ({ execution, influence }))
}

type Row = { rule: Rule; found: string; passed: string }

const TABLE: Array<Row> = [
  {
    rule: 'graph/unreachable-scene',
    found: steadyCase({ apart: ended('attic') }),
    passed: steadyCase({ decisions: [...times(9), withOption(0, { goto: 'attic' })], apart: ended('attic') }),
  },
  {
    rule: 'graph/unavailable-choice',
    found: steadyCase({ decisions: [...times(9), withOption(2, { if: 'visited("end")' })] }),
    passed: steadyCase({ decisions: [...times(9), withOption(2, { if: 'visited("s0")' })] }),
  },
  {
    rule: 'graph/dead-end',
    found: steadyCase({
      state: '{ keen: false }',
      decisions: [...times(9), withOption(0, { set: 'keen: true' })],
      extra: decisionScene('extra', 'end', { ratings: UNRATED, options: { 0: { if: 'keen' }, 1: { if: 'keen' } } }),
    }),
    passed: steadyCase({
      state: '{ keen: false }',
      decisions: [...times(9), withOption(0, { set: 'keen: true' })],
      extra: decisionScene('extra', 'end', { ratings: UNRATED, options: { 0: { if: 'keen' }, 1: { if: '!keen' } } }),
    }),
  },
  {
    rule: 'graph/no-ending',
    found: steadyCase({
      decisions: [...times(9), withOption(0, { goto: 'lane' })],
      apart:
        '<Scene id="lane">\n<Next goto="round" />\n</Scene>\n<Scene id="round">\n<Next goto="about" />\n</Scene>\n<Scene id="about">\nAgain.\n<Next goto="round" />\n</Scene>',
    }),
    passed: steadyCase({
      decisions: [...times(9), withOption(0, { goto: 'lane' })],
      apart:
        '<Scene id="lane">\n<Next goto="round" />\n</Scene>\n<Scene id="round">\n<Next goto="about" />\n</Scene>\n<Scene id="about">\nAgain.\n<Next goto="end" />\n</Scene>',
    }),
  },
  {
    rule: 'graph/too-large',
    found: steadyCase({ minutes: 5, state: booleans(19), extra: chained(19) }),
    passed: steadyCase({ minutes: 4, state: booleans(14), extra: chained(14) }),
  },
  {
    rule: 'graph/loop',
    found: steadyCase({
      state: '{ tries: { start: 0, min: 0, max: 5 } }',
      extra: decisionScene('extra', 'end', {
        ratings: UNRATED,
        options: { 0: { goto: 'extra', if: 'tries < 2', set: 'tries: tries + 1' } },
      }),
    }),
    passed: steadyCase({
      state: '{ tries: { start: 0, min: 0, max: 5 } }',
      extra: decisionScene('extra', 'end', {
        ratings: UNRATED,
        options: { 0: { goto: 'extra', if: 'tries < 1', set: 'tries: tries + 1' } },
      }),
    }),
  },
  {
    rule: 'measure/zero-information',
    found: steadyCase({
      decisions: [
        ...times(9),
        {
          ratings: [
            [2, 2],
            [2, 2],
            [2, 2],
          ],
        },
      ],
    }),
    passed: steadyCase({
      decisions: [
        ...times(9),
        {
          ratings: [
            [2, 2],
            [2, 2],
            [2, 3],
          ],
        },
      ],
    }),
  },
  {
    rule: 'measure/path-length',
    found: steadyCase({ decisions: times(7) }),
    passed: steadyCase({ decisions: times(8) }),
  },
  {
    rule: 'measure/path-length',
    found: steadyCase({ decisions: times(16), minutes: 4 }),
    passed: steadyCase({ decisions: times(15), minutes: 4 }),
  },
  {
    rule: 'measure/path-ratio',
    found: steadyCase({ decisions: [withOption(0, { goto: 's6' }), ...times(12)] }),
    passed: steadyCase({ decisions: [withOption(0, { goto: 's5' }), ...times(11)] }),
  },
  {
    rule: 'measure/range',
    found: steadyCase({ decisions: [...times(9, { ratings: LOW_HALF }), ...times(6, { ratings: NARROW })] }),
    passed: steadyCase({ decisions: [...times(8, { ratings: LOW_HALF }), {}, ...times(6, { ratings: NARROW })] }),
  },
  {
    rule: 'measure/low-information',
    found: steadyCase({
      decisions: [
        ...times(4, { ratings: TIED_ON_EXECUTION }),
        ...times(3, { ratings: TIED_ON_INFLUENCE }),
        {
          ratings: [
            [3, null],
            [3, null],
            [4, null],
            [4, null],
          ],
        },
      ],
    }),
    passed: steadyCase({
      decisions: [...times(4, { ratings: TIED_ON_EXECUTION }), ...times(4, { ratings: TIED_ON_INFLUENCE })],
    }),
  },
  {
    rule: 'measure/level',
    found: steadyCase({ decisions: [...times(5), ...times(5, { ratings: PREFERENCE })] }),
    passed: steadyCase({ decisions: [...times(6), ...times(5, { ratings: PREFERENCE })] }),
  },
  {
    rule: 'measure/dilemma',
    found: steadyCase({
      decisions: [
        ...times(5),
        ...times(3, {
          ratings: [
            [0, null],
            [1, null],
            [3, null],
            [4, null],
          ],
        }),
        ...times(3, {
          ratings: [
            [null, 0],
            [null, 1],
            [null, 3],
            [null, 4],
          ],
        }),
      ],
    }),
    passed: steadyCase({
      decisions: [
        ...times(5),
        ...times(3, {
          ratings: [
            [0, null],
            [1, null],
            [3, null],
            [4, null],
          ],
        }),
        ...times(2, {
          ratings: [
            [null, 0],
            [null, 1],
            [null, 3],
            [null, 4],
          ],
        }),
      ],
    }),
  },
  {
    rule: 'measure/giveaway',
    found: steadyCase({ decisions: [...times(5), ...times(5, { ratings: ONE_IS_BEST })] }),
    passed: steadyCase({ decisions: [...times(6), ...times(4, { ratings: ONE_IS_BEST })] }),
  },
  {
    rule: 'measure/no-poor-option',
    found: steadyCase({ decisions: [...times(4), ...times(5, { ratings: WITHOUT_POOR })] }),
    passed: steadyCase({ decisions: [...times(5), ...times(5, { ratings: WITHOUT_POOR })] }),
  },
  {
    rule: 'measure/coverage',
    found: steadyCase({ claims: '[listening]', decisions: [...times(9), { influence: 'listening' }] }),
    passed: steadyCase({ claims: '[listening]', decisions: [...times(8), ...times(2, { influence: 'listening' })] }),
  },
  {
    rule: 'measure/balance',
    found: steadyCase({ decisions: [...times(10), ...times(4, { ratings: TIED_ON_EXECUTION })] }),
    passed: steadyCase({ decisions: [...times(10), ...times(3, { ratings: TIED_ON_EXECUTION })] }),
  },
  {
    rule: 'style/length-tell',
    found: steadyCase({
      decisions: [...times(5, withOption(3, { text: LONG })), ...times(3, withOption(2, { text: LONG })), ...times(2)],
    }),
    passed: steadyCase({
      decisions: [...times(4, withOption(3, { text: LONG })), ...times(3, withOption(2, { text: LONG })), ...times(3)],
    }),
  },
  {
    rule: 'style/option-length',
    found: steadyCase({
      decisions: [...times(9), withOption(0, { text: 'Carefully prepare something for everybody tomorrow evening.' })],
    }),
    passed: steadyCase({
      decisions: [...times(9), withOption(0, { text: 'Prepare it with great care for all of them.' })],
    }),
  },
  {
    rule: 'style/option-length',
    found: steadyCase({ decisions: [...times(9), withOption(2, { text: `${words(13)} plain` })] }),
    passed: steadyCase({ decisions: [...times(9), withOption(2, { text: `${words(11)} plain` })] }),
  },
  {
    rule: 'style/prompt-length',
    found: steadyCase({ decisions: [...times(9), { prose: `${words(177)}.` }] }),
    passed: steadyCase({ decisions: [...times(9), { prose: `${words(176)}.` }] }),
  },
  {
    rule: 'style/reading-time',
    found: steadyCase({ minutes: 5 }),
    passed: steadyCase({ minutes: 4 }),
  },
  {
    rule: 'style/reading-grade',
    found: steadyCase({ minutes: 8, decisions: times(10, { question: `${'paper '.repeat(130)}?` }) }),
    passed: steadyCase({ minutes: 8, decisions: times(10, { question: `${'paper '.repeat(9)}paper. `.repeat(13) }) }),
  },
  {
    rule: 'style/policy',
    found: steadyCase({ decisions: [...times(6, withOption(0, { text: LONG })), ...times(4)] }),
    passed: steadyCase({ decisions: [...times(5, withOption(0, { text: LONG })), ...times(5)] }),
  },
]

function rulesFoundIn(source: string): Array<string> {
  return checkCase(source, null).problems.map(({ rule, message }) => `${rule}: ${message}`)
}

describe('each rule', () => {
  test('finds nothing in a case that is as it should be', () => {
    expect(rulesFoundIn(steadyCase())).toEqual([])
  })

  test.each(TABLE)(
    '$rule is found alone where it is just broken, and not where it just holds',
    ({ rule, found, passed }) => {
      const problems = checkCase(found, null).problems
      expect(problems.map((problem) => `${problem.rule} ${problem.message}`)).toEqual([
        expect.stringContaining(`${rule} `),
      ])
      expect(problems[0]?.severity).toBe(RULES[rule])
      expect(rulesFoundIn(passed)).toEqual([])
    },
  )

  test('takes information under 0.6 for an error', () => {
    const decisions = [...times(7, { ratings: TIED_ON_EXECUTION }), { ratings: TIED_ON_INFLUENCE }]
    const found = checkCase(steadyCase({ decisions }), null).problems
    const severity = found.find(({ rule }) => rule === 'measure/low-information')?.severity
    expect(severity).toBe('error')
  })

  test('judges a path by the options that are offered on it', () => {
    const offered = { options: { 2: { if: 'visited("end")' } } }
    const { stats } = checkCase(steadyCase({ decisions: times(10, offered) }), null)
    const onThree = 10 * informationOf(toRated(TRADE_OFF.filter((_, index) => index !== 2))).execution
    expect(stats?.information.execution.min).toBeCloseTo(onThree, 10)
  })

  test('takes 1 and 3 for low and high enough', () => {
    const ratings: Array<Ratings> = [...NARROW.slice(2), [1, null], [3, null]]
    const decisions = [...times(9, { ratings: LOW_HALF }), ...times(5, { ratings: NARROW }), { ratings }]
    expect(rulesFoundIn(steadyCase({ decisions }))).toEqual([])
  })

  test('does not count as measured what is rated alike', () => {
    const alike: Array<Ratings> = TRADE_OFF.map(([execution]) => [execution, 2])
    const decisions = [...times(9), { influence: 'listening', ratings: alike }, { influence: 'listening' }]
    const problems = rulesFoundIn(steadyCase({ claims: '[listening]', decisions }))
    expect(problems).toEqual([expect.stringContaining('"listening" to be measured at least 2 times')])
  })

  test('passes over decisions in which several options are best', () => {
    const decisions = [...times(4), ...times(6, { ratings: PREFERENCE, options: { 0: { text: LONG } } })]
    expect(rulesFoundIn(steadyCase({ decisions })).filter((found) => found.startsWith('style'))).toEqual([])
  })

  test('tells of a scene that is never entered, and not of its choices', () => {
    const [problem, ...others] = checkCase(steadyCase({ apart: decisionScene('attic', 'end') }), null).problems
    expect(problem?.rule).toBe('graph/unreachable-scene')
    expect(others).toEqual([])
  })

  test('has the line of the element that it is about, or line 1 for the file', () => {
    const source = steadyCase({ decisions: [...times(9), withOption(2, { if: 'visited("end")' })] })
    const [problem] = checkCase(source, null).problems
    const lines = source.split('\n')
    expect(lines[(problem?.line ?? 0) - 1]).toContain('if={visited("end")}')
    expect(checkCase(steadyCase({ decisions: times(7) }), null).problems[0]).toMatchObject({ line: 1, column: 1 })
  })

  test('tells the shortest way into a dead end', () => {
    const row = TABLE.find(({ rule }) => rule === 'graph/dead-end')
    const [problem] = checkCase(row?.found ?? '', null).problems
    expect(problem?.message).toMatch(/s0: c0 → s1: c0 → .* → s9: c1 → extra$/)
  })

  test('has a row in the table, and each rule about graph, measurement and style is in the lists', () => {
    const listed = new Set([...CASE_RULES, ...GRAPH_RULES].map(({ rule }) => rule)).add('graph/too-large')
    const expected = Object.keys(RULES).filter((rule) => /^(graph|measure|style)\//.test(rule))
    expect([...listed].sort()).toEqual(expected.sort())
    expect([...new Set(TABLE.map(({ rule }) => rule))].sort()).toEqual(expected)
  })
})
