import { dayText } from './day-text.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** From how long ago on a unit is used, the longest first. Beyond eight weeks the day itself says more. */
const UNITS = [
  { unit: 'week', ms: 7 * DAY_MS, from: 14 * DAY_MS },
  { unit: 'day', ms: DAY_MS, from: DAY_MS },
  { unit: 'hour', ms: HOUR_MS, from: HOUR_MS },
  { unit: 'minute', ms: MINUTE_MS, from: MINUTE_MS },
] as const

const FURTHEST_MS = 56 * DAY_MS

const relative = new Intl.RelativeTimeFormat('en-GB')

/** How long ago something was: "just now", "3 hours ago", "2 weeks ago", "on 5 November 2026". Pure. */
export function agoText(then: Date, now: Date): string {
  const ms = now.getTime() - then.getTime()
  if (ms > FURTHEST_MS) return `on ${dayText(then.toISOString().slice(0, 10))}`
  const found = UNITS.find(({ from }) => ms >= from)
  return found ? relative.format(-Math.floor(ms / found.ms), found.unit) : 'just now'
}
