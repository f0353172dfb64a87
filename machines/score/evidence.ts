import type { Dimension } from '../case/case.ts'
import type { LoggedDecision } from './log.ts'

/** The decisions that said something, and the slugs of the different cases that they stand in, by first appearance. */
export type Evidence = { readonly decisions: number; readonly cases: ReadonlyArray<string> }

export const NO_EVIDENCE: Evidence = { decisions: 0, cases: [] }

/** Pure. Whether the offered options differ on a dimension, without which a pick says nothing of it. */
export function tellsApart(decision: LoggedDecision, dimension: Dimension): boolean {
  const first = decision.options[0]
  return decision.options.some((option) => option[dimension] !== first?.[dimension])
}

/** Pure. The evidence with one more decision, of a case by its slug. */
export function withDecision(evidence: Evidence, slug: string): Evidence {
  // The case in play is usually the last: the search starts there.
  const isKnown = evidence.cases.lastIndexOf(slug) !== -1
  return { decisions: evidence.decisions + 1, cases: isKnown ? evidence.cases : [...evidence.cases, slug] }
}
