import type { Case } from '../../machines/case/case.ts'
import { checkCase } from '../../machines/case/check-case.ts'
import { decodeSource } from '../../machines/case/source.ts'
import type { Problem } from '../../machines/case/problem.ts'
import type { Stats } from '../../machines/case/stats.ts'
import { titleIn } from '../../machines/case/title.ts'
import { hasErrors } from '../../machines/case/problem.ts'
import { playtestCase } from './playtest-case.ts'
import type { PlaytestPlan } from './playtest-case.ts'
import type { Playtested } from './playtested.ts'

/** A process that checks one file at a time. What it is sent and what it sends stay within this program. */
export type CheckRequest = { bytes: Uint8Array; images: Array<string> | null; playtest: PlaytestPlan | null }

/**
 * `case` and `stats` are null where the file can't be read as a case; `problems` says why, in the order of the file. `playtested` is
 * there where it was asked for and the case has no error.
 */
export type Checked = {
  title: string | null
  case: Case | null
  problems: Array<Problem>
  stats: Stats | null
  playtested: Playtested | null
}

export type CheckMessage =
  { kind: 'started' | 'parsed' } | { kind: 'checked'; checked: Checked } | { kind: 'failed'; reason: string }

function check({ bytes, images, playtest }: CheckRequest): Checked {
  const decoded = decodeSource(bytes)
  if ('problem' in decoded)
    return { title: null, case: null, problems: [decoded.problem], stats: null, playtested: null }
  const { text } = decoded
  const checked = checkCase(text, images && new Set(images), () => send({ kind: 'parsed' }))
  const playable = hasErrors(checked.problems) ? null : checked.case
  const playtested = playtest && playable && playtestCase(playable, playtest)
  return { title: checked.case?.title ?? titleIn(text), ...checked, playtested }
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
