import type { Case } from '../../machines/case/case.ts'
import type { ParsedCourse } from '../../machines/case/parse-course.ts'
import { problemAt, START_OF_FILE } from '../../machines/case/parse/report.ts'
import type { Problem } from '../../machines/case/problem.ts'
import { decodeSource } from '../../machines/case/source.ts'
import type { Stats } from '../../machines/case/stats.ts'
import type { Checked } from './check-worker.ts'
import type { Checker } from './checker.server.ts'
import { hashSource } from './hash-source.server.ts'
import { readCase } from './read-case.server.ts'

/**
 * What is known of one case file. `text` is null where it is none or was not read; `hash` is then that of the bytes, or empty
 * where there are none. `case` and `stats` are null where the file can't be read as a case, `course` where it is none.
 */
export type CheckedFile = {
  text: string | null
  hash: string
  title: string | null
  case: Case | null
  course: ParsedCourse | null
  problems: Array<Problem>
  stats: Stats | null
}

/** Checks the file of a case at any path. Never throws: whatever goes wrong with one file is a problem of that file. */
export function checkFile(file: string, checker: Checker): Promise<CheckedFile> {
  return checkWith(file, ({ bytes, images }) => checker.check(bytes, images))
}

/** Reads the file at any path and has it checked. Never throws. */
export async function checkWith(
  file: string,
  check: (read: { bytes: Uint8Array; images: ReadonlySet<string> }) => Promise<Checked>,
): Promise<CheckedFile> {
  const read = await readCase(file)
  if (read.kind === 'refused') return uncheckedFile(read.problem)
  const decoded = decodeSource(read.bytes)
  const known = { hash: hashSource(read.bytes), text: 'text' in decoded ? decoded.text : null }
  if ('problem' in decoded) return { ...uncheckedFile(decoded.problem), ...known }
  try {
    return { ...(await check(read)), ...known }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const fault = problemAt(
      'file/unreadable',
      START_OF_FILE,
      `the file could not be checked, which is a fault of this program: ${reason}`,
    )
    return { ...uncheckedFile(fault), ...known }
  }
}

/** Pure. What is known of a file that was not read. */
export function uncheckedFile(problem: Problem): CheckedFile {
  return { text: null, hash: '', title: null, case: null, course: null, problems: [problem], stats: null }
}
