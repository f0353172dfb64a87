import type { Place } from '../case.ts'
import { RULES } from '../problem.ts'
import type { Problem, Rule } from '../problem.ts'

/** Takes down one problem; every pass of the parser gets it and carries on. */
export type Report = (rule: Rule, place: Place, message: string, hint?: string) => void

export const START_OF_FILE: Place = { line: 1, column: 1 }

/** A list of problems, and the function that adds to it. */
export function startReport(): { report: Report; problems: Array<Problem> } {
  const problems: Array<Problem> = []
  return {
    problems,
    report: (rule, place, message, hint) => problems.push(problemAt(rule, place, message, hint)),
  }
}

export function problemAt(rule: Rule, place: Place, message: string, hint?: string): Problem {
  return { rule, severity: RULES[rule], line: place.line, column: place.column, message, hint: hint ?? null }
}
