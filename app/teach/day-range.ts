import { dayText } from '../components/day-text.ts'

type Days = { startsOn: string | null; endsOn: string | null }

/** Pure. When a cohort runs, in words; null where no day is set. */
export function dayRange({ startsOn, endsOn }: Days): string | null {
  if (startsOn !== null && endsOn !== null) return `${dayText(startsOn)} to ${dayText(endsOn)}`
  if (startsOn !== null) return `from ${dayText(startsOn)}`
  return endsOn === null ? null : `until ${dayText(endsOn)}`
}
