/**
 * Something wrong in a source file. `line` and `column` count from 1 and point at the element, attribute or key that it is
 * about; a problem of the file as a whole stands at line 1, column 1.
 */
export type Problem = {
  rule: Rule
  severity: Severity
  line: number
  column: number
  /** What was found, and what was expected. */
  message: string
  hint: string | null
}

export type Severity = 'error' | 'warning'

/** Every rule there is, with its severity. */
export const RULES = {
  'file/unreadable': 'error',
  'mdx/syntax': 'error',
  'mdx/encoding': 'error',
  'mdx/too-large': 'error',
  'mdx/no-import': 'error',
  'mdx/no-export': 'error',
  'mdx/no-expression': 'error',
  'mdx/no-spread': 'error',
  'mdx/raw-html': 'error',
  'mdx/unknown-component': 'error',
  'mdx/unknown-attribute': 'error',
  'mdx/attribute-value': 'error',
  'mdx/missing-attribute': 'error',
  'mdx/misplaced': 'error',
  'mdx/unsafe-url': 'error',
  'mdx/missing-alt': 'error',
  'mdx/missing-image': 'error',
  'frontmatter/invalid': 'error',
  'scene/none': 'error',
  'scene/duplicate-id': 'error',
  'scene/no-exit': 'error',
  'scene/many-exits': 'error',
  'scene/unknown-start': 'error',
  'ending/duplicate-id': 'error',
  'decision/duplicate-id': 'error',
  'decision/choice-count': 'error',
  'decision/unknown-competency': 'error',
  'decision/timeout': 'error',
  'choice/duplicate-id': 'error',
  'choice/unknown-target': 'error',
  'choice/rating': 'error',
  'choice/no-because': 'error',
  'choice/no-text': 'error',
  'next/unknown-target': 'error',
  'next/no-default': 'error',
  'next/unreachable': 'error',
  'expression/not-allowed': 'error',
  'expression/unknown-name': 'error',
  'expression/type': 'error',
  'graph/unreachable-scene': 'error',
  'graph/unavailable-choice': 'error',
  'graph/dead-end': 'error',
  'graph/no-ending': 'error',
  'graph/too-large': 'error',
  'graph/loop': 'warning',
  'measure/zero-information': 'error',
  'measure/path-length': 'warning',
  'measure/path-ratio': 'warning',
  'measure/range': 'warning',
  'measure/low-information': 'warning',
  'measure/level': 'warning',
  'measure/dilemma': 'warning',
  'measure/giveaway': 'warning',
  'measure/no-poor-option': 'warning',
  'measure/coverage': 'warning',
  'measure/balance': 'warning',
  'style/length-tell': 'warning',
  'style/option-length': 'warning',
  'style/prompt-length': 'warning',
  'style/reading-time': 'warning',
  'style/reading-grade': 'warning',
  'style/policy': 'warning',
  'course/unknown-case': 'error',
  'course/duplicate-case': 'error',
  'course/cycle': 'error',
  'course/lens': 'error',
  'course/coverage': 'warning',
} as const satisfies Record<string, Severity>

export type Rule = keyof typeof RULES

/** In the order of the source. */
export function sortProblems(problems: ReadonlyArray<Problem>): Array<Problem> {
  return [...problems].sort(
    (a, b) =>
      a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule) || a.message.localeCompare(b.message),
  )
}

export function hasErrors(problems: ReadonlyArray<Problem>): boolean {
  return problems.some((problem) => problem.severity === 'error')
}
