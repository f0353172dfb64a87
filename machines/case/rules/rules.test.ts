import { describe, expect, test } from 'vitest'
import { checkCase } from '../check-case.ts'
import { informationOf } from '../information.ts'
import { RULES } from '../problem.ts'
import { CASE_RULES, GRAPH_RULES } from './rules.ts'
import {
  LONG,
  LOW_HALF,
  NARROW,
  PREFERENCE,
  RULE_ROWS,
  TIED_ON_EXECUTION,
  TIED_ON_INFLUENCE,
  withOption,
} from '../../../tests/fixtures/rule-rows.ts'
import { decisionScene, steadyCase, times, TRADE_OFF } from '../../../tests/fixtures/steady-case.ts'
import type { Ratings } from '../../../tests/fixtures/steady-case.ts'

function rulesFoundIn(source: string): Array<string> {
  return checkCase(source, null).problems.map(({ rule, message }) => `${rule}: ${message}`)
}

describe('each rule', () => {
  test('finds nothing in a case that is as it should be', () => {
    expect(rulesFoundIn(steadyCase())).toEqual([])
  })

  test.each(RULE_ROWS)(
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
    const row = RULE_ROWS.find(({ rule }) => rule === 'graph/dead-end')
    const [problem] = checkCase(row?.found ?? '', null).problems
    expect(problem?.message).toMatch(/s0: c0 → s1: c0 → .* → s9: c1 → extra$/)
  })

  test('has a row in the table, and each rule about graph, measurement and style is in the lists', () => {
    const listed = new Set([...CASE_RULES, ...GRAPH_RULES].map(({ rule }) => rule)).add('graph/too-large')
    const expected = Object.keys(RULES).filter((rule) => /^(graph|measure|style)\//.test(rule))
    expect([...listed].sort()).toEqual(expected.sort())
    expect([...new Set(RULE_ROWS.map(({ rule }) => rule))].sort()).toEqual(expected)
  })
})

function toRated(ratings: Array<Ratings>): Array<{ execution: number | null; influence: number | null }> {
  return ratings.map(([execution, influence]) => ({ execution, influence }))
}
