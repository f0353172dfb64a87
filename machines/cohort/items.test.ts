import { describe, expect, test } from 'vitest'
import { decision } from '../../tests/fixtures/small-cases.ts'
import type { Decision, Rating } from '../case/case.ts'
import { decisionDiscrimination, isDead, miskeyedOn, optionDiscrimination } from './items.ts'
import type { Takers } from './takers.ts'

function aDecision(...ratings: Array<[execution: Rating | null, influence: Rating | null]>): Decision {
  const { exit } = decision(
    'd',
    ...ratings.map(([execution, influence]) => ['end', { execution, influence }] as [string, object]),
  )
  if (exit.kind !== 'decision') throw new Error('Expected a decision')
  return exit
}

/** Who took an option, from their abilities. */
function takersFrom(abilities: ReadonlyArray<readonly [execution: number, influence: number]>): Takers {
  const sum = (of: (execution: number, influence: number) => number) =>
    abilities.reduce((total, [execution, influence]) => total + of(execution, influence), 0)
  return {
    n: abilities.length,
    sum: { execution: sum((x) => x), influence: sum((_, y) => y) },
    squares: { execution: sum((x) => x * x), influence: sum((_, y) => y * y) },
    products: sum((x, y) => x * y),
  }
}

/** So many around a mean, half of them a step below and half a step above it, on each dimension on its own. */
function around(count: number, execution: number, influence: number, step = 0.4): Takers {
  const off = (bit: number) => (bit % 2 === 0 ? step : -step)
  return takersFrom(
    Array.from({ length: count }, (_, n) => [execution + off(n), influence + off(Math.floor(n / 2))] as const),
  )
}

describe('discrimination', () => {
  // Abilities 1, 2 of those who took a, 3, 4, 5 of those who took b.
  const takers = new Map([
    [
      'a',
      takersFrom([
        [1, 0],
        [2, 0],
      ]),
    ],
    [
      'b',
      takersFrom([
        [3, 0],
        [4, 0],
        [5, 0],
      ]),
    ],
  ])

  test('of an option is the correlation of taking it with ability', () => {
    // By hand: means 1.5 and 4, variance over all 2, √(pq) = √0.24: r = (4 − 1.5)/√2 · √0.24.
    const r = (2.5 / Math.SQRT2) * Math.sqrt(0.24)
    expect(optionDiscrimination(takers, 'b', 'execution')).toBeCloseTo(r, 12)
    expect(optionDiscrimination(takers, 'a', 'execution')).toBeCloseTo(-r, 12)
    expect(optionDiscrimination(takers, 'b', 'influence')).toBeNull()
    expect(optionDiscrimination(new Map([['a', around(5, 1, 1)]]), 'a', 'execution')).toBeNull()
  })

  test('of a decision is the correlation of the rating taken with ability', () => {
    // Ratings 1, 1, 3, 3, 3 with abilities 1…5: covariance 1.2, variances 0.96 and 2.
    const keyed = aDecision([1, null], [3, null])
    expect(decisionDiscrimination(keyed, takers, 'execution')).toBeCloseTo(1.2 / Math.sqrt(0.96 * 2), 12)
    expect(decisionDiscrimination(aDecision([3, null], [1, null]), takers, 'execution')).toBeCloseTo(-0.866, 3)
    expect(decisionDiscrimination(keyed, takers, 'influence')).toBeNull()
    expect(decisionDiscrimination(aDecision([2, null], [2, null]), takers, 'execution')).toBeNull()
  })
})

describe('an option looks miskeyed', () => {
  test('where those who took it are more able than those who took what is rated higher', () => {
    const keyed = aDecision([0, null], [4, null])
    const wrong = new Map([
      ['a', around(40, 1.4, 1)],
      ['b', around(60, 1, 1)],
    ])
    expect(keyed.choices.map((choice) => miskeyedOn(keyed, wrong, choice))).toEqual([['execution'], []])
    const right = new Map([
      ['a', around(40, 1, 1)],
      ['b', around(60, 1.4, 1)],
    ])
    expect(keyed.choices.map((choice) => miskeyedOn(keyed, right, choice))).toEqual([[], []])
  })

  test('only where the key would hardly give such a difference, and not from fewer than ten', () => {
    const keyed = aDecision([2, null], [3, null])
    const slight = new Map([
      ['a', around(40, 1.02, 1)],
      ['b', around(60, 1, 1)],
    ])
    expect(keyed.choices.map((choice) => miskeyedOn(keyed, slight, choice))).toEqual([[], []])
    const nine = new Map([
      ['a', around(9, 3, 1)],
      ['b', around(60, 1, 1)],
    ])
    expect(keyed.choices.map((choice) => miskeyedOn(keyed, nine, choice))).toEqual([[], []])
  })

  test('on one dimension with ability on the other held equal', () => {
    // Takers of a are able in influence, for which it is rated high, and by that a little in execution: no sign against the key.
    const keyed = aDecision([2, 4], [3, 0])
    const correlated = (count: number, common: number, influence: number) =>
      takersFrom(
        Array.from({ length: count }, (_, n) => {
          const own = n % 2 === 0 ? 0.4 : -0.4
          return [1 + 0.6 * (common + own) + (n % 4 < 2 ? 0.1 : -0.1), 1 + influence + own] as const
        }),
      )
    const takers = new Map([
      ['a', correlated(80, 0.4, 0.5)],
      ['b', correlated(80, -0.1, -0.1)],
    ])
    const means = [...takers.values()].map(({ n, sum }) => sum.execution / n)
    expect(means[0]).toBeGreaterThan(means[1] ?? Infinity)
    expect(keyed.choices.map((choice) => miskeyedOn(keyed, takers, choice))).toEqual([[], []])
  })

  test('on both together where it is the poorest by key and its takers the most able', () => {
    const keyed = aDecision([0, 0], [3, 3], [2, 2])
    const takers = new Map([
      ['a', around(40, 1.3, 1.3)],
      ['b', around(40, 1, 1)],
      ['c', around(40, 1, 1)],
    ])
    expect(keyed.choices.map((choice) => miskeyedOn(keyed, takers, choice))[0]).toContain('both')
    expect(miskeyedOn(keyed, new Map(), keyed.choices[0] ?? fail())).toEqual([])
  })
})

function fail(): never {
  throw new Error('Expected an option')
}

test.each([
  [0, 51, false],
  [0, 52, true],
  [1, 117, false],
  [2, 117, false],
  [1, 118, true],
  [2, 118, true],
  [20, 1000, true],
  [21, 1000, false],
  [0, 0, false],
])('an option that %i of %i took is dead: %s', (taken, offered, dead) => {
  expect(isDead(taken, offered)).toBe(dead)
})
