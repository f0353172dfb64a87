import type { Choice, Decision, Dimension, Scene } from './case.ts'
import { isScored } from './case.ts'

/** The dimensions of measurement, in the order in which they are told. */
export const DIMENSIONS: ReadonlyArray<Dimension> = ['execution', 'influence']

/** Pure. The decisions of a case that name a competency, in the order of the file. */
export function scoredDecisions(scenes: ReadonlyArray<Scene>): Array<Decision> {
  return decisionsOf(scenes).filter(isScored)
}

/** Pure. All decisions of a case, in the order of the file. */
export function decisionsOf(scenes: ReadonlyArray<Scene>): Array<Decision> {
  return scenes.flatMap(({ exit }) => (exit.kind === 'decision' ? [exit] : []))
}

/** Pure. The ratings of an option on the dimensions that its decision rates. */
export function ratingsOf(choice: Pick<Choice, Dimension>): Array<number> {
  return DIMENSIONS.flatMap((dimension) => choice[dimension] ?? [])
}

/** Pure. How good an option is, 0–1: the mean of rating/4 over the dimensions that are rated; 0 where none is. */
export function qualityOf(choice: Pick<Choice, Dimension>): number {
  const ratings = ratingsOf(choice)
  return ratings.length === 0 ? 0 : ratings.reduce((sum, rating) => sum + rating, 0) / (4 * ratings.length)
}

/** Pure. The option with the highest quality, or null where several share it. */
export function bestChoice(choices: ReadonlyArray<Choice>): Choice | null {
  const highest = Math.max(...choices.map(qualityOf))
  const [best, second] = choices.filter((choice) => qualityOf(choice) === highest)
  return best && !second ? best : null
}

/** Pure. Whether an option is at least as good as another on every dimension and better on one. */
export function dominates(choice: Pick<Choice, Dimension>, other: Pick<Choice, Dimension>): boolean {
  const gains = DIMENSIONS.map((dimension) => (choice[dimension] ?? 0) - (other[dimension] ?? 0))
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0)
}
