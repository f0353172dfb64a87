import type { Decision, Dimension } from '../case/case.ts'
import { ABILITY_PARTS } from './count-answer.ts'
import type { Heading } from './tally.ts'

/**
 * How many took an option having read it, and what their abilities on the two dimensions add up to: sums, and sums of squares and
 * products. Abilities are without what the decision itself has told of them.
 */
export type Takers = { n: number; sum: Record<Dimension, number>; squares: Record<Dimension, number>; products: number }

/** Pure. The takers of each option of a decision, by its id. */
export function takersOf(decision: Decision, headings: (heading: string) => Heading): Map<string, Takers> {
  return new Map(
    decision.choices.map(({ id }) => {
      const counts = headings(`takers ${decision.id} ${id}`)
      const sum = (word: string, parts: number) => (counts.get(word) ?? 0) / parts
      return [
        id,
        {
          n: counts.get('n') ?? 0,
          sum: { execution: sum('x', ABILITY_PARTS), influence: sum('y', ABILITY_PARTS) },
          squares: { execution: sum('xx', ABILITY_PARTS ** 2), influence: sum('yy', ABILITY_PARTS ** 2) },
          products: sum('xy', ABILITY_PARTS ** 2),
        },
      ]
    }),
  )
}

/** Pure. The takers of several options together. */
export function together(groups: ReadonlyArray<Takers>): Takers {
  const all = { n: 0, sum: { execution: 0, influence: 0 }, squares: { execution: 0, influence: 0 }, products: 0 }
  for (const { n, sum, squares, products } of groups) {
    all.n += n
    all.sum.execution += sum.execution
    all.sum.influence += sum.influence
    all.squares.execution += squares.execution
    all.squares.influence += squares.influence
    all.products += products
  }
  return all
}

/** Pure. The mean ability; NaN where nobody is in the group. */
export function meanAbility({ n, sum }: Takers, dimension: Dimension): number {
  return sum[dimension] / n
}

/** Pure. Σ(ability − mean)² on a dimension. */
export function scatterOf({ n, sum, squares }: Takers, dimension: Dimension): number {
  return n === 0 ? 0 : Math.max(0, squares[dimension] - sum[dimension] ** 2 / n)
}

/** Pure. Σ(execution − mean)(influence − mean). */
export function crossScatterOf({ n, sum, products }: Takers): number {
  return n === 0 ? 0 : products - (sum.execution * sum.influence) / n
}
