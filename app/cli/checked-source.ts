import type { Problem } from '../../machines/case/problem.ts'
import type { CheckedFile } from '../cases/check-file.server.ts'
import type { Source } from './find-sources.ts'

/** A file and what the check found in it. */
export type CheckedSource = Source & CheckedFile

/** Pure. */
export function countsOf(problems: ReadonlyArray<Problem>): { errors: number; warnings: number } {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: problems.length - errors }
}
