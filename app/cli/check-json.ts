import { countsOf } from './checked-source.ts'
import type { CheckedSource } from './checked-source.ts'

/** Pure. The result of a check for programs, as the authoring guide documents it: one object, its keys always the same. */
export function jsonReport(checked: ReadonlyArray<CheckedSource>): string {
  const courses = checked.filter(({ kind }) => kind === 'course').map(common)
  const cases = checked
    .filter(({ kind }) => kind === 'case')
    .map((source) => ({ ...common(source), stats: source.stats }))
  return `${JSON.stringify({ courses, cases }, null, 2)}\n`
}

function common({ file, slug, title, hash, problems }: CheckedSource) {
  return {
    file,
    slug,
    title,
    hash,
    ...countsOf(problems),
    problems: problems.map(({ rule, severity, line, column, message, hint }) => ({
      rule,
      severity,
      line,
      column,
      message,
      hint,
    })),
  }
}
