import type { Choice, Dimension } from '../case.ts'
import { BEST_PICK_SLOPE } from '../information.ts'
import { extremeInLength } from '../option-length.ts'
import { qualityOf } from '../quality.ts'

/**
 * Somebody who plays: with what chance each option is taken, and with what chance each of the others is named as the most
 * harmful; null where none is named.
 */
export type Player = {
  name: string
  /** The competence of a simulated learner, the same in everything; null for a policy that does not read. */
  ability: number | null
  best: (options: ReadonlyArray<Choice>) => Array<number>
  worst: ((others: ReadonlyArray<Choice>) => Array<number>) | null
}

/** How sharply the pick of the worst option follows competence. */
const WORST_PICK_SLOPE = 0.35

const ABILITIES = [0, 0.5, 1, 1.5, 2]

/** Learners of several abilities, then blind policies. */
export const PLAYERS: ReadonlyArray<Player> = [
  ...ABILITIES.map(learner),
  policy('first in the file', (options) => options.slice(0, 1)),
  policy('last in the file', (options) => options.slice(-1)),
  policy('longest option', (options) => extremeInLength(options, 'longest')),
  policy('shortest option', (options) => extremeInLength(options, 'shortest')),
  policy('any option', (options) => options),
  policy('highest execution', (options) => highest(options, ratingOn('execution'))),
  policy('highest influence', (options) => highest(options, ratingOn('influence'))),
  policy('highest on both', (options) => highest(options, qualityOf)),
  policy('lowest on both', (options) => highest(options, (choice) => -qualityOf(choice))),
]

/** Pure. Answers as the scoring model says that a learner does: a softmax over slope · Σ (rating − 2)/2 · ability. */
export function learner(ability: number): Player {
  return {
    name: `ability ${ability}`,
    ability,
    best: (options) => softmax(options.map((choice) => BEST_PICK_SLOPE * ability * valueOf(choice))),
    worst: (others) => softmax(others.map((choice) => -WORST_PICK_SLOPE * ability * valueOf(choice))),
  }
}

/** Takes one of those that the policy would take, each as likely as the others. */
function policy(name: string, choose: (options: ReadonlyArray<Choice>) => ReadonlyArray<Choice>): Player {
  return {
    name,
    ability: null,
    best: (options) => {
      const taken = choose(options)
      return options.map((choice) => (taken.includes(choice) ? 1 / taken.length : 0))
    },
    worst: null,
  }
}

function highest(options: ReadonlyArray<Choice>, worthOf: (choice: Choice) => number): Array<Choice> {
  const most = Math.max(...options.map(worthOf))
  return options.filter((choice) => worthOf(choice) === most)
}

function ratingOn(dimension: Dimension): (choice: Choice) => number {
  return (choice) => choice[dimension] ?? 0
}

function valueOf({ execution, influence }: Choice): number {
  return (execution === null ? 0 : (execution - 2) / 2) + (influence === null ? 0 : (influence - 2) / 2)
}

function softmax(exponents: ReadonlyArray<number>): Array<number> {
  const largest = Math.max(...exponents)
  const weights = exponents.map((exponent) => Math.exp(exponent - largest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
