import type { ProblemView } from './studio-views.ts'

type ProblemListProps = { problems: ReadonlyArray<ProblemView>; onGoTo?: (line: number) => void }

/** Errors first; each leads to its line where there is an editor to lead to. */
export function ProblemList({ problems, onGoTo }: ProblemListProps) {
  const ordered = [...problems].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || a.line - b.line,
  )
  return (
    <ol className="found">
      {ordered.map((problem) => (
        <li key={JSON.stringify(problem)}>
          <Mark severity={problem.severity} />
          <div>
            <span className="vh">{problem.severity === 'error' ? 'Error. ' : 'Warning. '}</span>
            {onGoTo ? (
              <button type="button" className="to-line" onClick={() => onGoTo(problem.line)}>
                Line {problem.line}.
              </button>
            ) : (
              <b>Line {problem.line}.</b>
            )}{' '}
            {problem.message}.{problem.hint !== null && <span className="hint-text"> {sentence(problem.hint)}</span>}
            <span className="rule-id">{problem.rule}</span>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A filled mark for an error, a hollow one for a warning. */
function Mark({ severity }: Pick<ProblemView, 'severity'>) {
  return (
    <svg className={`found-mark ${severity}`} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="7.5" />
      <path d={severity === 'error' ? 'M6 6l6 6M12 6l-6 6' : 'M9 4.8v5M9 12v1.6'} />
    </svg>
  )
}

/** "1 error, 2 warnings". Pure. */
export function countsText(problems: ReadonlyArray<Pick<ProblemView, 'severity'>>): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  if (problems.length === 0) return 'Nothing found.'
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ]
  const waits =
    errors === 0 ? '' : errors === 1 ? ' Publishing waits for the error.' : ' Publishing waits for the errors.'
  return `${parts.join(', ')}.${waits}`
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')
}
