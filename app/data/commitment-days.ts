// All functions are pure. A day is YYYY-MM-DD, so days compare as text.

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Where a day ends last, UTC−12, and where it begins first, UTC+14. */
const LAST_ZONE_HOURS = 12
const FIRST_ZONE_HOURS = 14
const FURTHEST_DAYS = 365
const USUAL_DAYS = 14

/** The day it is in UTC. Where the learner is, is not known: their own day may be one behind or ahead. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

/** The first day that can still be chosen to look back on: one that is still today somewhere on earth. */
export function earliestDay(now: Date): string {
  return dayOf(new Date(now.getTime() - LAST_ZONE_HOURS * HOUR_MS))
}

/** The last day that can be chosen: a year from what is already today somewhere. */
export function latestDay(now: Date): string {
  return dayOf(new Date(now.getTime() + FIRST_ZONE_HOURS * HOUR_MS + FURTHEST_DAYS * DAY_MS))
}

/** The day that is offered to look back on. */
export function usualDay(now: Date): string {
  return daysAfter(now, USUAL_DAYS)
}

/** The UTC day this many days on; negative: back. */
export function daysAfter(now: Date, days: number): string {
  return dayOf(new Date(now.getTime() + days * DAY_MS))
}

/** Whether a commitment asks what became of it: its day is reached in UTC and nothing was answered yet. */
export function isDue({ dueOn, result }: { dueOn: string; result: string | null }, now: Date): boolean {
  return result === null && dueOn <= dayOf(now)
}
