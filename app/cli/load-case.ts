import type { Case } from '../../machines/case/case.ts'
import { hasErrors } from '../../machines/case/problem.ts'
import type { Stats } from '../../machines/case/stats.ts'
import { checkFile } from '../cases/check-file.server.ts'
import { createChecker } from '../cases/checker.server.ts'
import { textReport } from './check-text.ts'
import type { CheckedSource } from './checked-source.ts'
import { findSources } from './find-sources.ts'
import { columnsOf, paintFor } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** A case that a command works with, and all that the check has to say about it. */
export type LoadedCase = CheckedSource & { case: Case; stats: Stats }

/**
 * Loads the one case at a path. Null where it can't be used: its problems are then on standard error. With `draft` a case is
 * used as long as it can be read, though there is something wrong with how it plays.
 * @throws UsageError where the path does not name one case
 */
export async function loadCase(path: string, { draft = false } = {}): Promise<LoadedCase | null> {
  const { sources, complaints } = await findSources([path])
  const [source, second] = sources
  if (complaints[0] !== undefined || !source)
    throw new UsageError(complaints[0] ?? `${path}: expected a case, found none`)
  if (second)
    throw new UsageError(
      `${path}: expected one case, found ${sources.length}, such as ${source.file} and ${second.file}`,
    )
  const checker = createChecker()
  const checked = { ...source, ...(await checkFile(source.file, checker)) }
  await checker.close()
  if (checked.case && checked.stats && (draft || !hasErrors(checked.problems))) {
    return { ...checked, case: checked.case, stats: checked.stats }
  }
  const errors = { ...checked, problems: checked.problems.filter(({ severity }) => severity === 'error') }
  process.stderr.write(textReport([errors], paintFor(process.stderr), columnsOf(process.stderr, 120)))
  return null
}
