import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyLoggedDecision } from '../../tests/fixtures/log-makers.ts'
import { COMPETENCIES, EXECUTION, type CompetencyId, type Dimension, INFLUENCE } from '../case/case.ts'
import { PRIOR, SIZE } from './belief.ts'
import { aged } from './growth.ts'
import type { LoggedDecision } from './log.ts'
import { EMPTY_PROFILE } from './profile.ts'
import { readProfile } from './read-profile.ts'
import { resultOf } from './result.ts'
import { addDecision, replay, scoreLog } from './score.ts'

function anyLog(): fc.Arbitrary<Array<LoggedDecision>> {
  return fc.array(anyLoggedDecision(), { maxLength: 60 })
}

test('the covariance stays symmetric and positive definite, and no direction gets more uncertain than the prior', () => {
  fc.assert(
    fc.property(anyLog(), (decisions) => {
      const { covariance } = replay(decisions).belief
      for (let i = 0; i < SIZE; i += 1) {
        for (let j = 0; j < i; j += 1) expect(covariance[i * SIZE + j]).toBe(covariance[j * SIZE + i])
      }
      expect(smallestPivot(covariance)).toBeGreaterThan(0)
      const known = covariance.map((value, k) => (PRIOR.covariance[k] ?? 0) - value + (k % (SIZE + 1) === 0 ? 1e-9 : 0))
      expect(smallestPivot(known)).toBeGreaterThan(0)
    }),
  )
})

test('a profile taken from the cache after every decision ends as the replay of the whole log does', () => {
  fc.assert(
    fc.property(anyLog(), (decisions) => {
      const cached = decisions.reduce((profile, decision) => {
        const read = readProfile(JSON.parse(JSON.stringify(profile)))
        return addDecision(read ?? EMPTY_PROFILE, decision)
      }, EMPTY_PROFILE)
      expect(cached).toEqual(replay(decisions))
    }),
  )
})

test('every figure of every result is a finite number, and every probability within 0…1', () => {
  fc.assert(
    fc.property(anyLog(), (decisions) => {
      const result = resultOf(replay(decisions), { execution: 5, influence: 1 })
      JSON.stringify(result, (_, value: unknown) => {
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
        return value
      })
      const figures = [...Object.values(result.dimensions), ...Object.values(result.competencies)]
      const probabilities = figures.flatMap(({ pExposed, pStrong }) => [pExposed, pStrong])
      expect(Math.min(...probabilities, result.contrast.pExecutionAboveInfluence)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...probabilities, result.contrast.pExecutionAboveInfluence)).toBeLessThanOrEqual(1)
    }),
  )
})

test('options that are all alike change nothing and are no evidence', () => {
  fc.assert(
    fc.property(anyLog(), anyLoggedDecision(), (decisions, decision) => {
      const before = replay(decisions)
      const [first] = decision.options
      const alike = {
        ...decision,
        options: decision.options.map((option) => first ?? option),
        case: before.lastCountedCase ?? 'a',
        idleDays: 0,
      }
      const after = addDecision(before, alike)
      expect({ ...after, lastCountedCase: null }).toEqual({ ...before, lastCountedCase: null })
    }),
  )
})

test('a decision without weight never moves a mean or counts, and without idle time changes nothing at all', () => {
  fc.assert(
    fc.property(anyLog(), anyLoggedDecision(), fc.constantFrom('seen', 'rapid'), (decisions, decision, exposure) => {
      const before = replay(decisions)
      const after = addDecision(before, { ...decision, exposure })
      expect({ ...after, belief: after.belief.mean }).toEqual({ ...before, belief: before.belief.mean })
      expect(addDecision(before, { ...decision, exposure, idleDays: 0 })).toEqual(before)
    }),
  )
})

test('a log with two competencies of one dimension swapped has the swapped result', () => {
  const anyTwo = fc.oneof(
    ...[EXECUTION, INFLUENCE].map((ids) => fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))),
  )
  fc.assert(
    fc.property(anyLog(), anyTwo, (decisions, [one, other]) => {
      const swap = <Id extends CompetencyId | null>(id: Id) => (id === one ? other : id === other ? one : id)
      const swapped = decisions.map((decision) => ({
        ...decision,
        execution: swap(decision.execution),
        influence: swap(decision.influence),
      }))
      const [result, expected] = [scoreLog({ decisions: swapped }), scoreLog({ decisions })]
      for (const id of COMPETENCIES) {
        const [found, wanted] = [result.competencies[id], expected.competencies[swap(id)]]
        expect(found.mean).toBeCloseTo(wanted.mean, 11)
        expect(found.sd).toBeCloseTo(wanted.sd, 11)
        expect([found.evidence, found.cases]).toEqual([wanted.evidence, wanted.cases])
      }
      for (const dimension of ['execution', 'influence'] satisfies Array<Dimension>) {
        expect(result.dimensions[dimension].mean).toBeCloseTo(expected.dimensions[dimension].mean, 11)
        expect(result.dimensions[dimension].sd).toBeCloseTo(expected.dimensions[dimension].sd, 11)
      }
    }),
  )
})

test('the order in which the options of a decision were offered does not matter', () => {
  fc.assert(
    fc.property(anyLog(), (decisions) => {
      const turned = decisions.map((decision): LoggedDecision => {
        const last = decision.options.length - 1
        const worst = decision.worst === null ? null : last - decision.worst
        return { ...decision, options: decision.options.toReversed(), best: last - decision.best, worst }
      })
      const [found, expected] = [replay(turned).belief.mean, replay(decisions).belief.mean]
      for (const [c, mean] of found.entries()) expect(mean).toBeCloseTo(expected[c] ?? Number.NaN, 11)
    }),
  )
})

test('an idle time split in two ages what is known as one that is whole', () => {
  const anyDays = fc.double({ min: 0, max: 3000, noNaN: true })
  fc.assert(
    fc.property(anyLog(), anyDays, anyDays, (decisions, days, more) => {
      const { belief } = replay(decisions)
      const split = aged(aged(belief, false, days), false, more).covariance
      const whole = aged(belief, false, days + more).covariance
      for (const [k, value] of split.entries()) expect(value).toBeCloseTo(whole[k] ?? Number.NaN, 12)
    }),
  )
})

/** Of Cholesky's factor, squared: above 0 exactly where the matrix is positive definite. */
function smallestPivot(matrix: ReadonlyArray<number>): number {
  const factor: Array<Array<number>> = []
  let smallest = Number.POSITIVE_INFINITY
  for (let i = 0; i < SIZE; i += 1) {
    const row: Array<number> = []
    for (let j = 0; j <= i; j += 1) {
      const known = row.reduce((sum, value, k) => sum + value * ((j === i ? row : factor[j])?.[k] ?? 0), 0)
      const rest = (matrix[i * SIZE + j] ?? Number.NaN) - known
      if (j === i) smallest = Math.min(smallest, rest)
      row.push(j === i ? Math.sqrt(rest) : rest / (factor[j]?.[j] ?? Number.NaN))
    }
    factor.push(row)
  }
  return smallest
}
