import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXPOSURES } from './exposure.ts'
import { mergeLogs } from './merge-logs.ts'
import type { MergedAttempt, Placed } from './merge-logs.ts'

type Given = {
  id?: string
  slug?: string
  startedAt?: number
  standsAt?: string | null
  /** [node, order, moment, exposure] */
  log: Array<[string, number, number, MergedAttempt['decisions'][number]['exposure']?]>
}

function anAttempt({ id = 'a', slug = 'belt', startedAt = 0, standsAt = null, log }: Given): MergedAttempt {
  const decisions = log.map(([node, order, moment, exposure = 'first'], seq) => {
    return { seq, node, order, acceptedAt: new Date(moment), exposure }
  })
  return { id, slug, startedAt: new Date(startedAt), standsAt, decisions }
}

function shown(placed: ReadonlyArray<Placed>): Array<string> {
  return placed.map(({ attempt, seq, order, exposure }) => `${order} ${attempt}${seq} ${exposure}`)
}

test('two logs become one in the order of acceptance', () => {
  const mine = anAttempt({
    id: 'm',
    slug: 'belt',
    log: [
      ['one', 0, 10],
      ['two', 1, 30],
    ],
  })
  const theirs = anAttempt({
    id: 't',
    slug: 'boxes',
    log: [
      ['one', 0, 20],
      ['two', 1, 40],
    ],
  })
  expect(shown(mergeLogs([mine], [theirs]))).toEqual(['0 m0 first', '1 t0 first', '2 m1 first', '3 t1 first'])
})

test('at the same moment the first log goes first', () => {
  const mine = anAttempt({ id: 'm', slug: 'belt', log: [['one', 0, 10]] })
  const theirs = anAttempt({ id: 't', slug: 'boxes', log: [['one', 0, 10]] })
  expect(shown(mergeLogs([mine], [theirs]))).toEqual(['0 m0 first', '1 t0 first'])
})

test('a decision that the other log had answered before counts as seen, and the earlier one as it did', () => {
  const mine = anAttempt({ id: 'm', startedAt: 5, log: [['one', 0, 10]] })
  const theirs = anAttempt({
    id: 't',
    startedAt: 15,
    log: [
      ['one', 0, 20],
      ['two', 1, 30],
    ],
  })
  expect(shown(mergeLogs([mine], [theirs]))).toEqual(['0 m0 first', '1 t0 seen', '2 t1 replay-new'])
})

test('a decision in front of which an earlier attempt of the other log stood counts as seen', () => {
  const stopped = anAttempt({ id: 'm', startedAt: 5, standsAt: 'two', log: [['one', 0, 10]] })
  const later = anAttempt({ id: 't', startedAt: 15, log: [['two', 0, 20]] })
  expect(shown(mergeLogs([stopped], [later]))).toEqual(['0 m0 first', '1 t0 seen'])
  const wentOn = anAttempt({
    id: 'm',
    startedAt: 5,
    log: [
      ['one', 0, 10],
      ['two', 1, 90],
    ],
  })
  expect(shown(mergeLogs([wentOn], [later]))).toEqual(['0 m0 first', '1 t0 seen', '2 m1 seen'])
})

test('a rushed answer stays one, and never becomes more than it was', () => {
  const mine = anAttempt({ id: 'm', startedAt: 5, log: [['one', 0, 10]] })
  const theirs = anAttempt({
    id: 't',
    startedAt: 15,
    log: [
      ['two', 0, 20, 'rapid'],
      ['three', 1, 30, 'seen'],
    ],
  })
  expect(shown(mergeLogs([mine], [theirs]))).toEqual(['0 m0 first', '1 t0 rapid', '2 t1 seen'])
})

const aLog = fc
  .array(
    fc.record({
      attempt: fc.nat(2),
      node: fc.constantFrom('one', 'two', 'three'),
      moment: fc.nat(20),
      exposure: fc.constantFrom(...EXPOSURES),
    }),
    { maxLength: 8 },
  )
  .map((steps) =>
    [0, 1, 2].map((attempt) =>
      anAttempt({
        id: `${attempt}-`,
        slug: attempt === 0 ? 'boxes' : 'belt',
        startedAt: attempt,
        log: steps.flatMap(({ attempt: own, node, moment, exposure }, order) =>
          own === attempt ? [[node, order, moment, exposure]] : [],
        ),
      }),
    ),
  )

function named(log: ReadonlyArray<MergedAttempt>, name: string): Array<MergedAttempt> {
  return log.map((attempt) => ({ ...attempt, id: name + attempt.id }))
}

const WEIGHT = { first: 3, 'replay-new': 2, rapid: 1, seen: 0 }

test('whatever two logs hold: every decision has one place, each log keeps its order, and none counts for more', () => {
  fc.assert(
    fc.property(aLog, aLog, (one, other) => {
      const logs = [named(one, 'm'), named(other, 't')] as const
      const placed = mergeLogs(...logs)
      expect(placed.map(({ order }) => order)).toEqual([...placed.keys()])
      for (const log of logs) {
        const before = log
          .flatMap(({ id, decisions }) => decisions.map((decision) => ({ ...decision, key: `${id}${decision.seq}` })))
          .sort((a, b) => a.order - b.order)
        const after = placed.filter(({ attempt }) => log.some(({ id }) => id === attempt))
        expect(after.map(({ attempt, seq }) => `${attempt}${seq}`)).toEqual(before.map(({ key }) => key))
        for (const [place, { exposure }] of after.entries()) {
          expect(WEIGHT[exposure]).toBeLessThanOrEqual(WEIGHT[before[place]?.exposure ?? 'seen'])
        }
      }
    }),
  )
})

test('with an empty log nothing changes', () => {
  fc.assert(
    fc.property(aLog, (log) => {
      const kept = log
        .flatMap(({ id, decisions }) => decisions.map((decision) => ({ ...decision, id })))
        .sort((a, b) => a.order - b.order)
        .map(({ id, seq, exposure }, order) => `${order} ${id}${seq} ${exposure}`)
      expect(shown(mergeLogs(log, []))).toEqual(kept)
      expect(shown(mergeLogs([], log))).toEqual(kept)
    }),
  )
})
