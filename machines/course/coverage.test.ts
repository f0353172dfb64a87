import { describe, expect, test } from 'vitest'
import { factsIn } from '../../tests/fixtures/shipped-cases.ts'
import { decisionScene, steadyCase, times, TRADE_OFF } from '../../tests/fixtures/steady-case.ts'
import type { DecisionParts } from '../../tests/fixtures/steady-case.ts'
import type { CaseFacts } from '../case/case-facts.ts'
import { parseCase } from '../case/parse-case.ts'
import { coverageOf } from './coverage.ts'
import { decisionSharesOf, executionShareOf } from './decision-shares.ts'
import { waysOfPlaying } from './ways-of-playing.ts'

function facts(decisions: Array<DecisionParts>, extra?: string): CaseFacts {
  const { case: source, problems } = parseCase(steadyCase(extra ? { decisions, extra } : { decisions }), null)
  if (!source) throw new Error(`Expected a case, found ${problems.map(({ message }) => message).join('; ')}`)
  return factsIn(source)
}

const COACHING = { influence: 'coaching' }
/** The first option skips the decision after this one. */
const SKIPS_S1 = { options: { 0: { goto: 's2' } } }
const ONE_BEST: DecisionParts = {
  ratings: [
    [4, 4],
    [1, 0],
    [3, 2],
  ],
}
const UNRATED: DecisionParts = {
  ratings: [
    [null, null],
    [null, null],
  ],
}
/** Its first option goes round. */
const LOOP = decisionScene('extra', 'end', { options: { 0: { goto: 'extra' } } })

describe('the coverage of a course', () => {
  test('counts all branches, and the least met on any way by the way that skips', () => {
    const skipping = facts([SKIPS_S1, COACHING, {}])
    const straight = facts([COACHING, UNRATED])
    const { competencies, tags, decisions } = coverageOf([skipping, straight])
    const found = (id: string) => competencies.find(({ competency }) => competency === id)
    expect(found('coaching')).toMatchObject({ perCase: [1, 1], total: 2, leastPerCase: [0, 1], least: 1 })
    expect(found('trust')).toMatchObject({ perCase: [2, 0], total: 2, leastPerCase: [2, 0], least: 2 })
    expect(found('listening')).toMatchObject({ perCase: [0, 0], total: 0, least: 0 })
    expect(tags).toEqual({ execution: { perCase: [3, 1], total: 4 }, influence: { perCase: [3, 1], total: 4 } })
    expect(decisions).toEqual({ perCase: [3, 1], total: 4, shortest: 3, longest: 4 })
  })
})

describe('the shares of decisions', () => {
  test('are those of the file, and of the paths with the least and the most, of whatever length', () => {
    // Paths meet one trade-off of two, or one of three.
    const { tradeOff, oneBest, poorOption } = decisionSharesOf(facts([SKIPS_S1, ONE_BEST, ONE_BEST]))
    expect(tradeOff).toEqual({ all: 1 / 3, leastOnPath: 1 / 3, mostOnPath: 1 / 2 })
    expect(oneBest).toEqual({ all: 2 / 3, leastOnPath: 1 / 2, mostOnPath: 2 / 3 })
    expect(poorOption).toEqual({ all: 1, leastOnPath: 1, mostOnPath: 1 })
  })

  test.each<[string, DecisionParts['ratings'], { tradeOff: number; poorOption: number; oneBest: number }]>([
    ['a trade-off with a poor option', TRADE_OFF, { tradeOff: 1, poorOption: 1, oneBest: 0 }],
    ['one best and one poor', ONE_BEST.ratings, { tradeOff: 0, poorOption: 1, oneBest: 1 }],
    [
      'two alike at the top',
      [
        [3, 3],
        [3, 3],
        [1, 2],
      ],
      { tradeOff: 0, poorOption: 0, oneBest: 0 },
    ],
    [
      'a low option that none beats',
      [
        [0, 1],
        [0, 1],
        [0, 0],
      ],
      { tradeOff: 0, poorOption: 1, oneBest: 0 },
    ],
    [
      'nothing but low ones, none beaten',
      [
        [0, 1],
        [1, 0],
      ],
      { tradeOff: 1, poorOption: 0, oneBest: 0 },
    ],
    [
      'one dimension',
      [
        [4, null],
        [1, null],
        [2, null],
      ],
      { tradeOff: 0, poorOption: 1, oneBest: 1 },
    ],
  ])('know %s', (_what, ratings, expected) => {
    const { tradeOff, poorOption, oneBest } = decisionSharesOf(facts([{ ratings: ratings ?? [] }]))
    expect({ tradeOff: tradeOff.all, poorOption: poorOption.all, oneBest: oneBest.all }).toEqual(expected)
  })

  test('leave unscored decisions out', () => {
    expect(decisionSharesOf(facts([{}, UNRATED])).tradeOff).toEqual({ all: 1, leastOnPath: 1, mostOnPath: 1 })
  })

  test('of execution are counted in tags and in the variance of its ratings', () => {
    const both: DecisionParts = {
      ratings: [
        [4, 3],
        [0, 1],
      ],
    }
    const executionAlone: DecisionParts = {
      ratings: [
        [3, null],
        [1, null],
      ],
    }
    // Variances: 4 and 1 on execution, 1 on influence.
    expect(executionShareOf(facts([both, executionAlone]))).toEqual({ tags: 2 / 3, variance: 5 / 6 })
  })

  test('of paths are refused where a loop makes them endless', () => {
    expect(() => decisionSharesOf(facts([{}], LOOP))).toThrow('without a loop')
  })
})

describe('ways of playing', () => {
  const END = '<Ending id="late" outcome="poor">\nIt is over.\n</Ending>'
  /** The two best on influence lead to two endings, the best on execution to the first. */
  const forked = facts(
    [
      {
        ratings: [
          [4, 1],
          [1, 3],
          [2, 3],
          [0, 0],
        ],
        options: { 2: { goto: 'late' }, 3: { goto: 'late' } },
      },
    ],
    `<Scene id="extra">\n<Next goto="end" />\n</Scene>\n<Scene id="late">\n${END}\n</Scene>`,
  )

  test('come to the endings that the graph says, sharing between options that are alike to them', () => {
    const { likeliest, atRandom } = waysOfPlaying(forked)
    expect(likeliest['highest execution']).toEqual({ ending: 'done', chance: 1 })
    expect(likeliest['highest influence'].chance).toBeCloseTo(0.5, 12)
    expect(likeliest['lowest on both']).toEqual({ ending: 'late', chance: 1 })
    expect(Object.fromEntries(atRandom)).toEqual({ done: 0.5, late: 0.5 })
  })

  test('have chances that add up to 1 over many decisions', () => {
    const { atRandom } = waysOfPlaying(facts(times(10)))
    expect([...atRandom.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
  })

  test('are refused where a loop keeps a play from ending', () => {
    expect(() => waysOfPlaying(facts([{}], LOOP))).toThrow('without a loop')
  })
})
