import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, daysAfter, earliestDay, isDue, latestDay, usualDay } from './commitment-days.ts'

test.each([
  // The first hour of a UTC day is still the day before in the Americas.
  ['2026-11-21T00:30:00Z', '2026-11-20', '2027-11-21'],
  ['2026-11-21T11:59:59Z', '2026-11-20', '2027-11-22'],
  // At noon in UTC the day before has ended everywhere.
  ['2026-11-21T12:00:00Z', '2026-11-21', '2027-11-22'],
  ['2026-11-21T23:30:00Z', '2026-11-21', '2027-11-22'],
  // Over the end of a year, and of a leap year's February.
  ['2027-01-01T03:00:00Z', '2026-12-31', '2028-01-01'],
  ['2028-02-29T15:00:00Z', '2028-02-29', '2029-03-01'],
])('at %s the days from %s to %s can be chosen', (now, earliest, latest) => {
  expect(earliestDay(new Date(now))).toBe(earliest)
  expect(latestDay(new Date(now))).toBe(latest)
})

test('two weeks are offered, whatever month they lead into', () => {
  expect(usualDay(new Date('2026-12-24T23:59:59Z'))).toBe('2027-01-07')
})

test.each([
  ['the day before', '2026-11-21T23:59:59.999Z', null, false],
  ['as the day begins', '2026-11-22T00:00:00Z', null, true],
  ['months later', '2027-03-01T00:00:00Z', null, true],
  ['on its day, once answered', '2026-11-22T10:00:00Z', 'not', false],
])('a commitment for 22 November is due %s: at %s, with result %s: %s', (_, now, result, due) => {
  expect(isDue({ dueOn: '2026-11-22', result }, new Date(now))).toBe(due)
})

const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })

test('whatever is today anywhere can be chosen, and nothing that has passed everywhere', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -12 * 60, max: 14 * 60 }), (now, zoneMinutes) => {
      const local = dayOf(new Date(now.getTime() + zoneMinutes * 60_000))
      expect(earliestDay(now) <= local && local <= latestDay(now)).toBe(true)
      expect(earliestDay(now) >= daysAfter(now, -1)).toBe(true)
    }),
  )
})

test('a commitment becomes due once and stays so until it is answered', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -400, max: 400 }), fc.nat(400), (now, days, later) => {
      const commitment = { dueOn: daysAfter(now, days), result: null }
      expect(isDue(commitment, now)).toBe(days <= 0)
      const then = new Date(now.getTime() + later * 3_600_000)
      if (isDue(commitment, now)) expect(isDue(commitment, then)).toBe(true)
      expect(isDue({ ...commitment, result: 'done' }, then)).toBe(false)
    }),
  )
})
