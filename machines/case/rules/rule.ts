import type { Case, Place } from '../case.ts'
import { RULES } from '../problem.ts'
import type { Problem, Rule, Severity } from '../problem.ts'
import type { CaseFacts } from '../case-facts.ts'

/** What a rule has found: where, what was found and what was expected. The severity is the rule's own unless it is given. */
export type Finding = { place: Place; message: string; hint?: string; severity?: Severity }

/** A rule that reads the file alone. */
export type CaseRule = { rule: Rule; check: (source: Case) => Array<Finding> }

/** A rule that asks how the case can be played. */
export type GraphRule = { rule: Rule; check: (facts: CaseFacts) => Array<Finding> }

/** Where a problem of the file as a whole stands. */
export const WHOLE_FILE: Place = { line: 1, column: 1 }

/** Pure. What a rule has found, as the problem that the author sees. */
export function problemOf(rule: Rule, { place, message, hint, severity }: Finding): Problem {
  const { line, column } = place
  return { rule, severity: severity ?? RULES[rule], line, column, message, hint: hint ?? null }
}
