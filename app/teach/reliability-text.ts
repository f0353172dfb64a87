import type { Dimension } from '../../machines/case/case.ts'
import { DIMENSIONS } from '../../machines/case/quality.ts'

/**
 * Pure. How well the cases tell a cohort's learners apart on each dimension, in a sentence; null where too few have ended one.
 * @param reliability 0–1
 */
export function reliabilityText(reliability: Record<Dimension, number | null>): string | null {
  const told = DIMENSIONS.flatMap((dimension) => {
    const value = reliability[dimension]
    return value === null ? [] : [`${value.toFixed(2)} in ${dimension}`]
  })
  if (told.length === 0) return null
  return `How much of the differences between these learners is real rather than chance, from 0 to 1: ${told.join(', ')}. ${adviceFor(reliability)}`
}

function adviceFor({ execution, influence }: Record<Dimension, number | null>): string {
  const least = Math.min(execution ?? 1, influence ?? 1)
  if (least >= 0.7) return 'Enough to speak of differences in the group.'
  return 'Below 0.70, differences in the group may be chance; more cases make it surer.'
}
