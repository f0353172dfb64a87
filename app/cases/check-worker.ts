import type { Case } from '../../machines/case/case.ts'
import { checkCase } from '../../machines/case/check-case.ts'
import { parseCourse } from '../../machines/case/parse-course.ts'
import type { ParsedCourse } from '../../machines/case/parse-course.ts'
import { decodeSource } from '../../machines/case/source.ts'
import type { Problem } from '../../machines/case/problem.ts'
import type { Stats } from '../../machines/case/stats.ts'
import { titleIn } from '../../machines/case/title.ts'

/** A process that checks one file at a time. What it is sent and what it sends stay within this program. */
export type CheckRequest = { kind: FileKind; bytes: Uint8Array; images: Array<string> | null }

export type FileKind = 'case' | 'course'

/**
 * `case` and `stats` are null where the file can't be read as a case, `course` where it can't be read as a course; `problems` says why,
 * in the order of the file.
 */
export type Checked = {
  title: string | null
  case: Case | null
  course: ParsedCourse | null
  problems: Array<Problem>
  stats: Stats | null
}

export type CheckMessage =
  { kind: 'started' | 'parsed' } | { kind: 'checked'; checked: Checked } | { kind: 'failed'; reason: string }

function check({ kind, bytes, images }: CheckRequest): Checked {
  const decoded = decodeSource(bytes)
  if ('problem' in decoded) return { title: null, case: null, course: null, problems: [decoded.problem], stats: null }
  const { text } = decoded
  if (kind === 'course') return checkCourseText(text)
  const checked = checkCase(text, images && new Set(images), () => send({ kind: 'parsed' }))
  return { title: checked.case?.title ?? titleIn(text), course: null, ...checked }
}

/** The rules about its cases are asked where these are known. */
function checkCourseText(text: string): Checked {
  const course = parseCourse(text)
  const title = course.head?.course.title ?? titleIn(text)
  return { title, case: null, course, problems: course.problems, stats: null }
}

function send(message: CheckMessage): void {
  process.send?.(message)
}

process.on('message', (request: CheckRequest) => {
  send({ kind: 'started' })
  try {
    send({ kind: 'checked', checked: check(request) })
  } catch (error) {
    send({ kind: 'failed', reason: String(error) })
  }
})
// Whoever started it is gone.
process.on('disconnect', () => process.exit())
