import { sortProblems } from '../../machines/case/problem.ts'
import type { Problem } from '../../machines/case/problem.ts'
import type { Stats } from '../../machines/case/stats.ts'
import type { CheckAnswered, CheckAsked, CheckedText } from './check-messages.ts'

/** What the runner needs of a worker. */
export type CheckerPort = {
  postMessage: (asked: CheckAsked) => void
  terminate: () => void
  addEventListener: (kind: 'message', listener: (event: { data: CheckAnswered }) => void) => void
}

export type CheckRunner = {
  /** Checks a text as soon as the one before has been read. What was asked meanwhile and is outdated is never checked. */
  check: (text: string, images: ReadonlyArray<string>) => void
  close: () => void
}

/** A text that takes longer is given up; the server, which has bounds of its own, says why when it is asked. */
export const MOST_MS = 8_000

const UNJUDGED = { problems: [], stats: null }

/**
 * Runs one check at a time in a worker, always of the newest text. A worker that does not answer is ended, and the next text gets
 * a fresh one: whatever is typed, the editor stays usable.
 */
export function createCheckRunner(options: {
  startWorker: () => CheckerPort
  onChecked: (checked: CheckedText) => void
  onGivenUp: () => void
}): CheckRunner {
  const { startWorker, onChecked, onGivenUp } = options
  let worker: CheckerPort | null = null
  let isReading = false
  let judged: { problems: Array<Problem>; stats: Stats | null } = UNJUDGED
  let waiting: Omit<CheckAsked, 'id'> | null = null
  let lastId = 0
  let limit: ReturnType<typeof setTimeout> | undefined

  function started(): CheckerPort {
    const fresh = startWorker()
    fresh.addEventListener('message', ({ data }) => {
      // Of an older text, or from a worker that was given up.
      if (data.id !== lastId || fresh !== worker) return
      isReading = false
      take(data)
      next()
    })
    return fresh
  }

  /** What reading found of the newest text; the rules follow, and until then what they found before stands. */
  let read: Array<Problem> = []

  function take(answered: CheckAnswered): void {
    if (answered.kind === 'read') read = answered.problems
    if (answered.kind === 'judged') judged = answered
    else if (!answered.isCase) judged = UNJUDGED
    const isWhole = answered.kind === 'judged' || !answered.isCase
    if (isWhole) clearTimeout(limit)
    onChecked({ problems: sortProblems([...read, ...judged.problems]), stats: judged.stats, isWhole })
  }

  function giveUp(): void {
    isReading = false
    worker?.terminate()
    worker = null
    onGivenUp()
    next()
  }

  function next(): void {
    if (isReading || waiting === null) return
    lastId += 1
    isReading = true
    worker ??= started()
    worker.postMessage({ id: lastId, ...waiting })
    waiting = null
    clearTimeout(limit)
    limit = setTimeout(giveUp, MOST_MS)
  }

  return {
    check: (text, images) => {
      waiting = { text, images }
      next()
    },
    close: () => {
      clearTimeout(limit)
      waiting = null
      worker?.terminate()
      worker = null
    },
  }
}
