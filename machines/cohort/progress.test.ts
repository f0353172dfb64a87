import { expect, test } from 'vitest'
import { dueIn, progressOf, stuckIn } from './progress.ts'
import type { AttemptState, Member } from './progress.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-03-31T12:00:00Z')
const COURSE = ['one', 'two']

function anAttempt(slug: string, idleDays: number, parts: Partial<AttemptState> = {}): AttemptState {
  return { slug, startedMs: NOW - 60 * DAY, lastMs: NOW - idleDays * DAY, hasEnded: false, ...parts }
}

function aMember(id: string, attempts: Array<AttemptState>, joinedDays = 70): Member {
  return { id, joinedMs: NOW - joinedDays * DAY, attempts }
}

test('progress tells how many began and ended each case, and who stands still for over a week', () => {
  const members = [
    aMember('ana', [anAttempt('one', 3, { hasEnded: true }), anAttempt('two', 7)]),
    aMember('ben', [anAttempt('one', 8), anAttempt('another-course', 90)]),
    aMember('cleo', [anAttempt('one', 40, { hasEnded: true }), anAttempt('two', 0, { lastMs: null })]),
    aMember('dan', []),
  ]
  expect(progressOf(COURSE, members, NOW)).toEqual([
    { slug: 'one', started: 3, ended: 2, still: 1 },
    { slug: 'two', started: 2, ended: 0, still: 1 },
  ])
})

test('stuck is who has cases left and did nothing in the course for over seven days', () => {
  const members = [
    aMember('done', [anAttempt('one', 40, { hasEnded: true }), anAttempt('two', 30, { hasEnded: true })]),
    aMember('seven', [anAttempt('one', 7)]),
    aMember('eight', [anAttempt('one', 8), anAttempt('elsewhere', 0)]),
    aMember('between', [anAttempt('one', 20, { hasEnded: true })]),
    aMember('never', []),
    aMember('new', [], 2),
  ]
  expect(stuckIn(COURSE, members, { startsMs: null, nowMs: NOW })).toEqual([
    { id: 'never', slug: null, idleDays: 70 },
    { id: 'between', slug: null, idleDays: 20 },
    { id: 'eight', slug: 'one', idleDays: 8 },
  ])
  const begins = { startsMs: NOW - 10 * DAY, nowMs: NOW }
  expect(stuckIn(COURSE, members, begins).map(({ id, idleDays }) => [id, idleDays])).toEqual([
    ['between', 10],
    ['never', 10],
    ['eight', 8],
  ])
  expect(stuckIn(COURSE, members, { startsMs: NOW + DAY, nowMs: NOW })).toEqual([])
})

test('cases fall due evenly between the first day and the last, and are told a week ahead while somebody is missing', () => {
  const members = [aMember('ana', [anAttempt('one', 1, { hasEnded: true })]), aMember('ben', [anAttempt('one', 1)])]
  const dates = { startsOn: '2026-03-01', endsOn: '2026-03-31' }
  expect(dueIn(COURSE, members, { ...dates, today: '2026-03-08' })).toEqual([])
  expect(dueIn(COURSE, members, { ...dates, today: '2026-03-09' })).toEqual([
    { slug: 'one', dueOn: '2026-03-16', isOverdue: false, waitingFor: ['ben'] },
  ])
  expect(dueIn(COURSE, members, { ...dates, today: '2026-03-31' })).toEqual([
    { slug: 'one', dueOn: '2026-03-16', isOverdue: true, waitingFor: ['ben'] },
    { slug: 'two', dueOn: '2026-03-31', isOverdue: false, waitingFor: ['ana', 'ben'] },
  ])
})

test('without a first day all is due on the last, and without a last nothing is', () => {
  const members = [aMember('ana', [])]
  const all = dueIn(COURSE, members, { startsOn: null, endsOn: '2026-03-31', today: '2026-04-02' })
  expect(all.map(({ dueOn, isOverdue }) => [dueOn, isOverdue])).toEqual([
    ['2026-03-31', true],
    ['2026-03-31', true],
  ])
  expect(dueIn(COURSE, members, { startsOn: '2026-03-01', endsOn: null, today: '2026-03-31' })).toEqual([])
  expect(() => dueIn(COURSE, members, { startsOn: null, endsOn: 'soon', today: '2026-03-31' })).toThrow(/YYYY-MM-DD/)
})
