import type { CheckAnswered, CheckAsked } from './check-messages.ts'

/** What the runner needs of a worker. */
export type CheckerPort = {
  postMessage: (asked: CheckAsked) => void
  terminate: () => void
  addEventListener: (kind: 'message', listener: (event: { data: CheckAnswered }) => void) => void
}

export type CheckRunner = {
  /** Checks a text as soon as the one before is done. What was asked meanwhile and is outdated is never checked. */
  check: (text: string, images: ReadonlyArray<string>) => void
  close: () => void
}

/** A text that takes longer is given up; the server, which has bounds of its own, says why when it is asked. */
export const MOST_MS = 8_000

/**
 * Runs one check at a time in a worker, always of the newest text. A worker that does not answer is ended, and the next text gets
 * a fresh one: whatever is typed, the editor stays usable.
 */
export function createCheckRunner(options: {
  startWorker: () => CheckerPort
  onChecked: (answered: CheckAnswered) => void
  onGivenUp: () => void
}): CheckRunner {
  const { startWorker, onChecked, onGivenUp } = options
  let worker: CheckerPort | null = null
  let running: number | null = null
  let waiting: Omit<CheckAsked, 'id'> | null = null
  let lastId = 0
  let limit: ReturnType<typeof setTimeout> | undefined

  function started(): CheckerPort {
    const fresh = startWorker()
    fresh.addEventListener('message', ({ data }) => {
      if (data.id !== running) return
      done()
      onChecked(data)
      next()
    })
    return fresh
  }

  function done(): void {
    clearTimeout(limit)
    running = null
  }

  function giveUp(): void {
    done()
    worker?.terminate()
    worker = null
    onGivenUp()
    next()
  }

  function next(): void {
    if (running !== null || waiting === null) return
    lastId += 1
    running = lastId
    worker ??= started()
    worker.postMessage({ id: lastId, ...waiting })
    waiting = null
    limit = setTimeout(giveUp, MOST_MS)
  }

  return {
    check: (text, images) => {
      waiting = { text, images }
      next()
    },
    close: () => {
      done()
      waiting = null
      worker?.terminate()
    },
  }
}
