import type { Estimate } from './profile-views.ts'

/** Every scale of the profile runs from here to there, so that all bars and the plane can be compared. */
export const SCALE = { from: 20, to: 80 }

/** Pure. Where a score stands on a scale of full width, as a percentage with its sign; beyond the ends, at the end. */
export function placeOf(t: number): string {
  return `${round(share(t) * 100)}%`
}

/** Pure. How wide the part between two scores is. */
export function widthOf(low: number, high: number): string {
  return `${round((share(high) - share(low)) * 100)}%`
}

/** Pure. An estimate in words, in whole numbers: never one without its interval. */
export function estimateText({ t, low, high }: Estimate): string {
  return `${Math.round(t)}, 90% interval ${Math.round(low)} to ${Math.round(high)}`
}

function share(t: number): number {
  return (Math.min(SCALE.to, Math.max(SCALE.from, t)) - SCALE.from) / (SCALE.to - SCALE.from)
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
