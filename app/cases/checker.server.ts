import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Problem } from '../../machines/case/problem.ts'
import type { Checked, CheckRequest } from './check-worker.ts'

/** A file that needs longer or more memory than this is refused instead of read to the end. */
const PARSE_MS = 5_000
const CHECK_MS = 9_000
const MEMORY_MB = 768

export type Checker = {
  /** Checks one file. Never throws for what the file holds. */
  check: (bytes: Uint8Array, images: ReadonlySet<string> | null) => Promise<Checked>
  close: () => Promise<void>
}

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('parsed') }),
  z.object({ kind: z.literal('checked'), checked: z.custom<Checked>((value) => typeof value === 'object') }),
])

/**
 * Checks case files in a thread of its own, with bounds on time and memory: whatever a file does to the parser, the program goes
 * on and the next file is checked by a fresh thread.
 */
export function createChecker(): Checker {
  let worker: Worker | null = null
  let queue: Promise<unknown> = Promise.resolve()

  function start(): Worker {
    const made = new Worker(new URL('./check-worker.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    made.unref()
    return made
  }

  function checkNext(request: CheckRequest): Promise<Checked> {
    const running = (worker ??= start())
    return new Promise((resolve, reject) => {
      let timer = setTimeout(giveUp, PARSE_MS + 5_000, 'not parsed within 5 seconds')
      function settle(checked: Checked): void {
        clearTimeout(timer)
        running.removeAllListeners('message').removeAllListeners('error')
        resolve(checked)
      }
      function giveUp(found: string): void {
        worker = null
        settle(refused(`The file was ${found}; a case that can be played takes a fraction of a second.`))
        void running.terminate()
      }
      running.on('message', (value: unknown) => {
        const message = messageSchema.parse(value)
        if (message.kind === 'checked') return settle(message.checked)
        clearTimeout(timer)
        timer = setTimeout(giveUp, CHECK_MS, 'not checked within 9 seconds')
      })
      running.once('error', (error) => {
        if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return giveUp(`not checked within ${MEMORY_MB} MiB`)
        worker = null
        clearTimeout(timer)
        reject(error)
      })
      running.postMessage(request)
    })
  }

  return {
    check: (bytes, images) => {
      const checked = queue.then(() => checkNext({ bytes, images: images && [...images] }))
      queue = checked.catch(() => {})
      return checked
    },
    close: async () => {
      await worker?.terminate()
      worker = null
    },
  }
}

function refused(message: string): Checked {
  const problem: Problem = { rule: 'mdx/too-large', severity: 'error', line: 1, column: 1, message, hint: null }
  return { text: null, case: null, problems: [problem], stats: null }
}
