import { describe, expect, test } from 'vitest'
import { shippedCases } from '../../../tests/fixtures/shipped-cases.ts'
import { stepperOf } from '../step.ts'
import { gainOf } from './gain.ts'
import { PLAYERS } from './players.ts'
import { playtest } from './playtest.ts'

const SEED = 1
const RUNS = 300

/** What these choose by has nothing to do with what an option says. */
const BLIND = ['first in the file', 'last in the file', 'longest option', 'shortest option', 'any option']

const LEARNERS = PLAYERS.filter(({ ability }) => ability !== null)

test('the blind policies are among the players', () => {
  expect(PLAYERS.map(({ name }) => name)).toEqual(expect.arrayContaining(BLIND))
})

describe.each(shippedCases())('%s', (_slug, source) => {
  const stepper = stepperOf(source)

  test('has no ending that none of the simulated learners meets, and no play without one', () => {
    const reports = LEARNERS.map((learner) => playtest(stepper, learner, { runs: RUNS, seed: SEED }))
    const met = new Map<string, number>()
    for (const { endings, unfinished } of reports) {
      expect(unfinished).toBe(0)
      for (const [ending, count] of endings) met.set(ending, (met.get(ending) ?? 0) + count)
    }
    expect(met.size).toBeGreaterThan(1)
    expect([...met].filter(([, count]) => count === 0)).toEqual([])
  })

  test.each(BLIND)('gives who takes the %s at most a quarter of what can be gained', (name) => {
    const policy = PLAYERS.find((player) => player.name === name)
    const gain = policy && gainOf(policy, source)
    expect(gain).toEqual(expect.any(Number))
    expect(gain).toBeLessThanOrEqual(0.25)
  })
})
