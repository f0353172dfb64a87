import { expect, test } from 'vitest'
import { aLoggedDecision, manyLoggedDecisions, ratedOptions } from '../../tests/fixtures/log-makers.ts'
import { EMPTY_PROFILE } from './profile.ts'
import { Refusal } from './read-json.ts'
import { resultOf } from './result.ts'
import { addDecision, replay, scoreLog } from './score.ts'

test('an empty log has the prior as its result, and claims nothing', () => {
  const result = scoreLog({ decisions: [] })
  expect(result.mean.trust).toBe(1)
  expect(result.dimensions.execution).toMatchObject({ t: 50, evidence: 0, cases: 0, claim: 'none' })
  expect(result.contrast.claim).toBe('none')
  expect(result.emphasis).toEqual({ share: 0.5, recommendation: 'blended', basis: 'role' })
})

test('adding 10,000 decisions one at a time gives what the replay of the whole log gives, in finite numbers', () => {
  const decisions = manyLoggedDecisions(10_000)
  const replayed = replay(decisions)
  expect(decisions.reduce(addDecision, EMPTY_PROFILE)).toEqual(replayed)
  expect([...replayed.belief.mean, ...replayed.belief.covariance].every(Number.isFinite)).toBe(true)
  expect(resultOf(replayed, null).dimensions.execution).toMatchObject({ evidence: 10_000, cases: 1000 })
})

test('a profile does not grow with the number of decisions, and so neither does the work of adding one', () => {
  const short = replay(manyLoggedDecisions(100))
  const long = replay(manyLoggedDecisions(100).flatMap((decision) => Array.from({ length: 100 }, () => decision)))
  expect(JSON.stringify(long).length).toBeLessThan(1.05 * JSON.stringify(short).length)
})

test('adding a decision leaves the profile before as it was', () => {
  const before = replay(manyLoggedDecisions(30))
  const copy = structuredClone(before)
  addDecision(before, aLoggedDecision({ idleDays: 3 }))
  expect(before).toEqual(copy)
})

test('a decision that does not fit its type is refused when it is added, with its place', () => {
  expect(() => addDecision(EMPTY_PROFILE, aLoggedDecision({ idleDays: Number.NaN }))).toThrow(Refusal)
  expect(() => addDecision(EMPTY_PROFILE, aLoggedDecision({ best: 0 }))).toThrow(
    'decision.worst: expected another option than the best, found 0 for both',
  )
  expect(() => replay([aLoggedDecision(), aLoggedDecision({ nBar: Number.NaN })])).toThrow('decisions[1].nBar')
})

test('the pick of the better option raises a competency, its dimension less, and the other dimension least', () => {
  const { mean } = scoreLog({ decisions: [aLoggedDecision()] })
  expect(mean.delegation).toBeGreaterThan(mean.coordination)
  expect(mean.coordination).toBeGreaterThan(mean.trust)
  expect(mean.trust).toBeGreaterThan(1)
})

test('finding the worst option says something too, and missing it the opposite', () => {
  const means = [null, 0, 2].map((worst) => scoreLog({ decisions: [aLoggedDecision({ worst })] }).mean.delegation)
  const [without = Number.NaN, found = Number.NaN, missed = Number.NaN] = means
  expect(found).toBeGreaterThan(without)
  expect(missed).toBeLessThan(without)
})

test('among two options the worst pick says nothing, since one is left', () => {
  const decision = aLoggedDecision({ options: ratedOptions([1, 4], null), best: 1, worst: 0 })
  expect(scoreLog({ decisions: [decision] })).toEqual(scoreLog({ decisions: [{ ...decision, worst: null }] }))
})

test('one option that was offered alone is no evidence and changes nothing', () => {
  const decision = aLoggedDecision({ options: ratedOptions([4], null), best: 0, worst: null })
  expect(scoreLog({ decisions: [decision] })).toEqual(scoreLog({ decisions: [] }))
})

test('a new decision in a case played before counts half, one seen or rushed nothing', () => {
  const [first = 0, replayed, seen, rapid] = (['first', 'replay-new', 'seen', 'rapid'] as const).map(
    (exposure) => scoreLog({ decisions: [aLoggedDecision({ exposure, worst: null })] }).mean.delegation - 1,
  )
  expect(replayed).toBeGreaterThan(0.5 * first)
  expect(replayed).toBeLessThan(0.6 * first)
  expect([seen, rapid]).toEqual([0, 0])
})

test('a decision of half weight counts as one decision of evidence', () => {
  const { competencies } = scoreLog({ decisions: [aLoggedDecision({ exposure: 'replay-new' })] })
  expect(competencies.delegation).toMatchObject({ evidence: 1, cases: 1 })
})

test('going back and forth between cases already seen blurs nothing', () => {
  const known = manyLoggedDecisions(400)
  const seen = known.map((decision) => ({ ...decision, exposure: 'seen' as const, idleDays: 0 }))
  expect(replay([...known, ...seen])).toEqual(replay(known))
})

test('a case named like a property of every object is a case like others', () => {
  const cases = ['__proto__', 'constructor', '__proto__'].map((slug) => aLoggedDecision({ case: slug }))
  expect(scoreLog({ decisions: cases }).dimensions.execution).toMatchObject({ evidence: 3, cases: 2 })
})

test('numbers as large as JSON can hold give finite results', () => {
  const decisions = [aLoggedDecision(), aLoggedDecision({ nBar: 1e308, idleDays: 1e308 }), aLoggedDecision()]
  const { belief } = replay(decisions)
  expect([...belief.mean, ...belief.covariance].every(Number.isFinite)).toBe(true)
})
