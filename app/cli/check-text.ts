import type { Problem } from '../../machines/case/problem.ts'
import type { CheckedSource } from './checked-source.ts'
import { countsOf } from './checked-source.ts'
import { excerptOf } from './source-excerpt.ts'
import { visible } from './terminal.ts'
import type { Paint } from './terminal.ts'

const COLOURS = { error: 'red', warning: 'yellow' } as const

/**
 * Pure. Problems as they are read: `file:line:column rule message`, so that editors pick them up, with the source line, a caret
 * and a hint below; a blank line between two, and a summary at the end.
 * @param width columns that a source line may take
 */
export function textReport(checked: ReadonlyArray<CheckedSource>, paint: Paint, width: number): string {
  const reports = checked.flatMap((source) => {
    const lines = source.text?.split('\n') ?? null
    return source.problems.map((problem) => `${tell(source.file, lines, problem, paint, width)}\n\n`)
  })
  return `${reports.join('')}${summary(checked, paint)}\n`
}

function tell(file: string, lines: Array<string> | null, problem: Problem, paint: Paint, width: number): string {
  const { rule, severity, line, column, message, hint } = problem
  const colour = COLOURS[severity]
  const head = `${visible(file)}:${line}:${column} ${paint(['bold', colour], rule)} ${visible(message)}`
  const number = String(line).padStart(5)
  const margin = `${' '.repeat(number.length)} ${paint('dim', '|')} `
  const below: Array<string> = []
  const text = lines?.[line - 1]
  if (text !== undefined) {
    const excerpt = excerptOf(text, column, width - number.length - 3)
    below.push(`${paint('dim', `${number} |`)} ${excerpt.text}`)
    below.push(`${margin}${' '.repeat(excerpt.indent)}${paint(colour, `^ ${severity}`)}`)
  }
  if (hint !== null) below.push(`${margin}${paint('dim', `hint: ${visible(hint)}`)}`)
  return [head, ...below].join('\n')
}

function summary(checked: ReadonlyArray<CheckedSource>, paint: Paint): string {
  const { errors, warnings } = countsOf(checked.flatMap(({ problems }) => problems))
  const files = counted(checked.length, 'file')
  if (errors === 0 && warnings === 0) return paint('green', `${files} checked, no problems`)
  return `${files} checked: ${paint(errors > 0 ? 'red' : 'reset', counted(errors, 'error'))}, ${counted(warnings, 'warning')}`
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
