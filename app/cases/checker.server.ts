import { startCheckProcess } from './check-process.server.ts'
import type { CheckProcess } from './check-process.server.ts'
import type { Checked, CheckRequest, Wishes } from './check-worker.ts'

export type Checker = {
  /** Checks one file of a case, and playtests or compiles it where that is asked for. Never throws for what the file holds. */
  check: (bytes: Uint8Array, images: ReadonlySet<string> | null, wishes?: Wishes) => Promise<Checked>
  /** Reads one file of a course, without the rules about its cases. Never throws for what the file holds. */
  checkCourse: (bytes: Uint8Array, images: ReadonlySet<string> | null) => Promise<Checked>
  /** How many files it checks at a time. */
  most: number
  close: () => Promise<void>
}

/** A process that has had nothing to do for so long is ended, since it holds a good deal of memory. */
const IDLE_MS = 120_000

type Waiting = { request: CheckRequest; resolve: (checked: Checked) => void; reject: (reason: unknown) => void }

/**
 * Checks case files in processes of their own, at most so many at a time, with bounds on time and memory: whatever a file does
 * to the parser, the program goes on and the next file is checked by a fresh process. `parseMs` is how long one file may be read.
 */
export function createChecker(most = 1, parseMs?: number): Checker {
  const queue: Array<Waiting> = []
  const idle: Array<CheckProcess> = []
  const busy = new Set<CheckProcess>()
  let resting: NodeJS.Timeout | undefined

  function stopIdle(): void {
    for (const process of idle.splice(0)) process.stop()
  }

  async function work(process: CheckProcess): Promise<void> {
    busy.add(process)
    for (let next = queue.shift(); next; next = process.isSpent() ? undefined : queue.shift()) {
      await process.check(next.request).then(next.resolve, next.reject)
    }
    busy.delete(process)
    if (!process.isSpent()) {
      idle.push(process)
      clearTimeout(resting)
      resting = setTimeout(stopIdle, IDLE_MS).unref()
    } else if (queue.length > 0) void work(startCheckProcess(parseMs))
  }

  function ask(request: CheckRequest): Promise<Checked> {
    const checked = new Promise<Checked>((resolve, reject) => queue.push({ request, resolve, reject }))
    const ready = idle.splice(0).filter((process) => !process.isSpent())
    const next = ready.pop()
    idle.push(...ready)
    if (next) void work(next)
    else if (busy.size < most) void work(startCheckProcess(parseMs))
    return checked
  }

  return {
    check: (bytes, images, wishes) => ask({ kind: 'case', bytes, images: images && [...images], ...wishes }),
    checkCourse: (bytes, images) => ask({ kind: 'course', bytes, images: images && [...images] }),
    most,
    close: async () => {
      clearTimeout(resting)
      stopIdle()
      for (const process of busy) process.stop()
    },
  }
}
