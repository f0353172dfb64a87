import { SMALLEST_GROUP } from './flow-network.ts'
import { totalOf } from './tally.ts'
import type { Heading } from './tally.ts'

/**
 * Pure. The median of whole numbers that are counted under a heading, the lower one of two; null where they are fewer than ten.
 */
export function medianOf(heading: Heading): number | null {
  const total = totalOf(heading)
  if (total < SMALLEST_GROUP) return null
  const values = [...heading].map(([word, count]) => ({ value: Number(word), count })).sort((a, b) => a.value - b.value)
  let below = 0
  for (const { value, count } of values) {
    below += count
    if (2 * below >= total) return value
  }
  return null
}
