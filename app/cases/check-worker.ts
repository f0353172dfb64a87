import type { Case } from '../../machines/case/case.ts'
import { checkCase } from '../../machines/case/check-case.ts'
import { parseCourse } from '../../machines/case/parse-course.ts'
import type { ParsedCourse } from '../../machines/case/parse-course.ts'
import { decodeSource } from '../../machines/case/source.ts'
import type { Problem } from '../../machines/case/problem.ts'
import type { Stats } from '../../machines/case/stats.ts'
import { titleIn } from '../../machines/case/title.ts'
import { hasErrors } from '../../machines/case/problem.ts'
import { playtestCase } from './playtest-case.ts'
import type { PlaytestPlan } from './playtest-case.ts'
import type { Playtested } from './playtested.ts'

/** What is asked for beside the check: a playtest, or the stored form of the version with this hash. */
export type Wishes = { playtest?: PlaytestPlan; compileAs?: string }

/** A process that checks one file at a time. What it is sent and what it sends stay within this program. */
export type CheckRequest =
  | ({ kind: 'case'; bytes: Uint8Array; images: Array<string> | null } & Wishes)
  | { kind: 'course'; bytes: Uint8Array; images: Array<string> | null }

/**
 * `case` and `stats` are null where the file can't be read as a case, `course` where it can't be read as a course; `problems` says why,
 * in the order of the file. `playtested` and `compiled` are there where they were asked for and the case has no error.
 */
export type Checked = {
  title: string | null
  case: Case | null
  course: ParsedCourse | null
  problems: Array<Problem>
  stats: Stats | null
  playtested: Playtested | null
  /** As `compileVersion` gives it. */
  compiled: string | null
}

export type CheckMessage =
  { kind: 'started' | 'parsed' | 'judged' } | { kind: 'checked'; checked: Checked } | { kind: 'failed'; reason: string }

/** What is known of a file of which nothing is. */
const NOTHING = { title: null, case: null, course: null, stats: null, playtested: null, compiled: null }

async function check(request: CheckRequest): Promise<Checked> {
  const decoded = decodeSource(request.bytes)
  if ('problem' in decoded) return { ...NOTHING, problems: [decoded.problem] }
  const { text } = decoded
  const images = request.images && new Set(request.images)
  if (request.kind === 'course') return checkCourseText(text, images)
  const { playtest, compileAs } = request
  const checked = checkCase(text, images, () => send({ kind: 'parsed' }))
  const playable = hasErrors(checked.problems) ? null : checked.case
  const playtested = playtest && playable ? playtestCase(playable, playtest) : null
  send({ kind: 'judged' })
  const compiled = compileAs !== undefined && playable ? await compile(compileAs, playable) : null
  return { title: checked.case?.title ?? titleIn(text), course: null, ...checked, playtested, compiled }
}

/** The compiler takes longer to load than most files take to be checked, and most are only checked. */
async function compile(hash: string, source: Case): Promise<string> {
  const { compileVersion } = await import('./compile-version.server.ts')
  return compileVersion(hash, source)
}

/** The rules about its cases are asked where these are known. */
function checkCourseText(text: string, images: ReadonlySet<string> | null): Checked {
  const course = parseCourse(text, images)
  return { ...NOTHING, title: course.head?.course.title ?? titleIn(text), course, problems: course.problems }
}

function send(message: CheckMessage): void {
  process.send?.(message)
}

process.on('message', (request: CheckRequest) => {
  send({ kind: 'started' })
  check(request).then(
    (checked) => send({ kind: 'checked', checked }),
    (error: unknown) => send({ kind: 'failed', reason: String(error) }),
  )
})
// Whoever started it is gone.
process.on('disconnect', () => process.exit())
