import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { protect } from './protect.ts'
import type { Arc } from './protect.ts'
import { protectParts } from './protect-parts.ts'

describe('numbers that add up to one that is shown', () => {
  test.each([
    [
      [24, 9, 7],
      [24, 9, 7],
    ],
    [
      [0, 40],
      [0, 40],
    ],
    [
      [1, 12, 20, 7],
      ['few', 12, 20, 'hidden'],
    ],
    [
      [2, 38],
      ['few', 'hidden'],
    ],
    // Either may be the one and either the two.
    [
      [1, 2, 37],
      ['few', 'few', 37],
    ],
    // Two that read "< 3" and add up to two would be one each.
    [
      [1, 1, 38],
      ['few', 'few', 'hidden'],
    ],
    [
      [2, 2, 36],
      ['few', 'few', 'hidden'],
    ],
    // Three could become two, which would read otherwise: ten can't.
    [
      [2, 3, 10, 0],
      ['few', 'hidden', 10, 0],
    ],
    [
      [1, 3, 10, 0],
      ['few', 3, 'hidden', 0],
    ],
  ])('%j are shown as %j', (values, shown) => {
    expect(protectParts(values)).toEqual(shown)
  })

  test('of which all would read "< 3" are hidden as far as their total would tell them', () => {
    const shown = protectParts([2, 2, 2, 2, 2])
    expect(shown.filter((part) => part === 'hidden').length).toBeGreaterThanOrEqual(2)
  })

  test('never let a number of one or two, or what is hidden with it, be worked out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 5 }), (values) => {
        const total = values.reduce((sum, value) => sum + value, 0)
        fc.pre(total >= 10)
        const shown = protectParts(values)
        for (const [place, part] of shown.entries()) {
          if (typeof part === 'number') {
            expect(part).toBe(values[place])
            expect([1, 2]).not.toContain(part)
          } else expect(valuesThatFit(shown, total, place).size).toBeGreaterThan(1)
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** By trying all: what a number can be, for someone who sees the others and their total. */
function valuesThatFit(shown: ReadonlyArray<number | 'few' | 'hidden'>, total: number, place: number): Set<number> {
  const found = new Set<number>()
  const tried: Array<number> = []
  function attempt(left: number): void {
    const part = shown[tried.length]
    if (part === undefined) {
      if (left === 0) found.add(tried[place] ?? Number.NaN)
      return
    }
    const possible = typeof part === 'number' ? [part] : part === 'few' ? [1, 2] : range(left)
    for (const value of possible) {
      if (value > left) continue
      tried.push(value)
      attempt(left - value)
      tried.pop()
    }
  }
  attempt(total)
  return found
}

function range(most: number): Array<number> {
  return Array.from({ length: most + 1 }, (_, value) => value)
}

describe('numbers in a network', () => {
  /** From a start by two ways, one of which few took, to an end: what is shown on the other way would tell. */
  const fork: Array<Arc> = [
    { from: 'end', to: 'start', value: 12, kind: 'fixed', loss: 1 },
    { from: 'start', to: 'aside', value: 2, kind: 'shown', loss: 1 },
    { from: 'start', to: 'ahead', value: 10, kind: 'shown', loss: 1 },
    { from: 'aside', to: 'end', value: 2, kind: 'shown', loss: 1 },
    { from: 'ahead', to: 'end', value: 10, kind: 'shown', loss: 1 },
  ]

  test('are hidden all along the way that would tell of the few beside it', () => {
    const { marks, worlds } = protect(fork)
    expect(marks).toEqual(['shown', 'few', 'hidden', 'few', 'hidden'])
    expect(worlds.map((world) => [...world].sort(([a], [b]) => a - b))).toEqual([
      [
        [1, -1],
        [2, 1],
        [3, -1],
        [4, 1],
      ],
    ])
  })

  test('stay shown where the few can be hidden in one place', () => {
    const arcs: Array<Arc> = [
      { from: 'end', to: 'start', value: 12, kind: 'fixed', loss: 1 },
      { from: 'start', to: 'end', value: 2, kind: 'shown', loss: 1 },
      { from: 'start', to: 'end', value: 4, kind: 'shown', loss: 1 },
      { from: 'start', to: 'end', value: 6, kind: 'shown', loss: 5 },
    ]
    expect(protect(arcs).marks).toEqual(['shown', 'few', 'hidden', 'shown'])
  })

  test('that nothing could hide are an error, not a disclosure', () => {
    const alone: Array<Arc> = [
      { from: 'end', to: 'start', value: 2, kind: 'fixed', loss: 1 },
      { from: 'start', to: 'end', value: 2, kind: 'shown', loss: 1 },
    ]
    expect(() => protect(alone)).toThrow(/Expected another way/)
  })
})
