import type { Problem } from '../../machines/case/problem.ts'
import type { CheckedSource } from './checked-source.ts'

/** Pure. Problems as workflow commands, which GitHub shows beside the lines of a pull request. */
export function githubReport(checked: ReadonlyArray<CheckedSource>): string {
  return checked.flatMap(({ file, problems }) => problems.map((problem) => annotation(file, problem))).join('')
}

// Source: GitHub's documentation, "Workflow commands for GitHub Actions".
function annotation(file: string, { rule, severity, line, column, message, hint }: Problem): string {
  const place = `file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(rule)}`
  return `::${severity} ${place}::${escapeData(hint === null ? message : `${message}\n${hint}`)}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
