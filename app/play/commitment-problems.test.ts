import { expect, test } from 'vitest'
import { commitmentProblems, lookBackProblems } from './commitment-problems.ts'

/** In the afternoon of the 21st in Europe; still the 21st in Hawaii, and the 22nd in Auckland. */
const NOW = new Date('2026-11-21T14:00:00Z')
const written = { when: 'the belt stops', will: 'ask first', witness: '', dueOn: '2026-12-05' }

test.each([
  ['2026-11-21', undefined],
  ['2026-11-22', undefined],
  ['2027-11-22', undefined],
  ['2026-11-20', 'That day has passed. Choose one to look back on.'],
  ['0001-01-01', 'That day has passed. Choose one to look back on.'],
  ['2027-11-23', 'Choose a day within a year.'],
  ['2026-02-30', 'Give a day.'],
  ['tomorrow', 'Give a day.'],
  ['', 'Give a day.'],
])('the day %j at 14:00 UTC on 21 November: %s', (dueOn, problem) => {
  expect(commitmentProblems({ ...written, dueOn }, null, NOW)['dueOn']).toBe(problem)
})

test('in the morning of UTC the day before is still today in the Americas, and can be chosen', () => {
  const morning = new Date('2026-11-21T09:00:00Z')
  expect(commitmentProblems({ ...written, dueOn: '2026-11-20' }, null, morning)).toEqual({})
  expect(commitmentProblems({ ...written, dueOn: '2026-11-19' }, null, morning)).toHaveProperty('dueOn')
})

test('the words of a commitment can be changed after its day, as long as the day stays', () => {
  expect(commitmentProblems({ ...written, dueOn: '2026-11-01' }, '2026-11-01', NOW)).toEqual({})
  expect(commitmentProblems({ ...written, dueOn: '2026-11-02' }, '2026-11-01', NOW)).toHaveProperty('dueOn')
})

test('all that is missing or too long is said at once', () => {
  expect(
    commitmentProblems({ when: '', will: 'x'.repeat(301), witness: 'x'.repeat(101), dueOn: '' }, null, NOW),
  ).toEqual({
    when: 'Name the moment: what happens, and where.',
    will: 'Keep it to 300 characters; this is 301.',
    witness: 'Keep it to 100 characters; this is 101.',
    dueOn: 'Give a day.',
  })
})

test.each([
  [{ result: undefined, happened: '', anotherDay: '' }, ['result']],
  [{ result: 'done', happened: '', anotherDay: '' }, []],
  [{ result: 'done', happened: 'x'.repeat(2_001), anotherDay: '' }, ['happened']],
  [{ result: 'done', happened: '', anotherDay: 'left over from a change of mind' }, []],
  [{ result: 'not', happened: '', anotherDay: '' }, []],
  [{ result: 'not', happened: '', anotherDay: '2026-12-24' }, []],
  [{ result: 'not', happened: '', anotherDay: '2026-11-20' }, ['anotherDay']],
])('looking back with %j has problems in %j', (lookedBack, fields) => {
  expect(Object.keys(lookBackProblems(lookedBack, NOW))).toEqual(fields)
})
