import type { Dimension } from '../case/case.ts'
import type { Demand, Role } from '../score/log.ts'

/** A questionnaire on what a role demands, never on the person. `scale`: five labels, for the answers 1 to 5. */
export type Lens = { scale: ReadonlyArray<string>; items: ReadonlyArray<LensItem> }

/** A statement about the role. Weights are 0–2. */
export type LensItem = { text: string; execution: number; influence: number; about: 'role' | 'failure' | 'stage' }

/** What a role asks of each dimension, from 1 to 5 with fractions. */
export type Demands = Record<Dimension, number>

/** From this difference on the role asks mainly for one of the two. */
const MAINLY = 0.75

/**
 * Pure. The demand on each dimension: Σ(answer × weight) / Σ weight.
 * @param answers 1–5, one for each item of the lens
 * @throws RangeError where there is another number of answers, or no item has weight on a dimension
 */
export function demandsOf({ items }: Lens, answers: ReadonlyArray<number>): Demands {
  if (answers.length !== items.length) {
    throw new RangeError(`Expected ${items.length} answers, found ${answers.length}`)
  }
  return { execution: demandOn('execution', items, answers), influence: demandOn('influence', items, answers) }
}

/** Pure. What the scoring model takes of the demands: each rounded, halves up. */
export function roleOf({ execution, influence }: Demands): Role {
  return { execution: rounded(execution), influence: rounded(influence) }
}

/** Pure. Which of the two the role mainly asks for, or both at once. */
export function leaningOf({ execution, influence }: Demands): Dimension | 'both' {
  if (execution - influence >= MAINLY) return 'execution'
  return influence - execution >= MAINLY ? 'influence' : 'both'
}

function demandOn(dimension: Dimension, items: ReadonlyArray<LensItem>, answers: ReadonlyArray<number>): number {
  const weight = items.reduce((sum, item) => sum + item[dimension], 0)
  if (weight === 0) throw new RangeError(`Expected an item with weight on ${dimension}, found none`)
  return items.reduce((sum, item, place) => sum + item[dimension] * (answers[place] ?? 0), 0) / weight
}

const DEMANDS = [1, 2, 3, 4, 5] as const satisfies ReadonlyArray<Demand>

function rounded(demand: number): Demand {
  const whole = DEMANDS.find((step) => demand < step + 0.5)
  if (demand < 1 || whole === undefined) throw new RangeError(`Expected a demand from 1 to 5, found ${demand}`)
  return whole
}
