import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Problem } from '../../machines/case/problem.ts'
import type { Checked, CheckMessage, CheckRequest } from './check-worker.ts'
import { startTimeLimit } from './time-limit.server.ts'

/** A file that needs longer or more memory than this is refused instead of read to the end. */
const START_MS = 30_000
const PARSE_MS = 5_000
const CHECK_MS = 8_000
/** To compile what has passed the check, the compiler's own start included. */
const COMPILE_MS = 30_000
const MEMORY_MB = 512

/** One process that checks. It is spent when a file has been too much for it. */
export type CheckProcess = {
  /** Checks one file; one at a time. Rejects where the program itself is at fault. */
  check: (request: CheckRequest) => Promise<Checked>
  isSpent: () => boolean
  stop: () => void
}

/**
 * Starts a process that checks files within bounds on time (`parseMs` for reading one) and memory. A process and not a thread: some of what a file can do
 * to an engine (a collection that outgrows the heap, an overflow of the stack in native code) ends the whole process.
 */
export function startCheckProcess(parseMs = PARSE_MS): CheckProcess {
  const child = fork(fileURLToPath(new URL('./check-worker.mjs', import.meta.url)), {
    serialization: 'advanced',
    // A parser makes much that is soon thrown away: room for that saves a quarter of the time.
    execArgv: [`--max-old-space-size=${MEMORY_MB}`, '--max-semi-space-size=32'],
    // What an engine says as it dies is nothing for a reader.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let isSpent = false

  function stop(): void {
    isSpent = true
    child.kill('SIGKILL')
  }

  return {
    isSpent: () => isSpent || !child.connected,
    stop,
    check: (request) =>
      new Promise<Checked>((resolve, reject) => {
        const timers = startTimers(child.pid, parseMs, (found) => end(refused(found)))
        let began = false

        function settle(): void {
          timers.clear()
          for (const event of ['message', 'error', 'exit']) child.removeAllListeners(event)
        }
        function end(checked: Checked): void {
          settle()
          stop()
          resolve(checked)
        }
        function fail(reason: string): void {
          settle()
          stop()
          reject(new Error(`Expected the check to answer, found: ${reason}`))
        }
        child.on('message', (value) => {
          if (!isMessage(value)) return fail('a message that is none of its own')
          if (value.kind === 'failed') return fail(value.reason)
          if (value.kind === 'checked') {
            settle()
            return resolve(value.checked)
          }
          began = true
          timers[value.kind]()
        })
        child.once('error', (error) => fail(error.message))
        child.once('exit', (code, signal) => {
          if (began) end(refused(`not checked within ${MEMORY_MB} MiB`))
          else fail(`the process ended with ${signal ?? code}`)
        })
        send(child, request, fail)
      }),
  }
}

function send(child: ChildProcess, request: CheckRequest, fail: (reason: string) => void): void {
  child.send(request, (error) => {
    if (error) fail(error.message)
  })
}

/** Time runs from when a process, which may still be starting, has begun with the file. */
function startTimers(pid: number | undefined, parseMs: number, giveUp: (found: string) => void) {
  const limit = (ms: number, what: string) =>
    startTimeLimit(pid, { ms, onReached: () => giveUp(`not ${what} within ${ms / 1000} seconds`) })
  const start = limit(START_MS, 'begun')
  const running: Array<{ clear: () => void }> = [start]
  return {
    clear: () => running.forEach((timer) => timer.clear()),
    started: () => {
      start.clear()
      running.push(limit(CHECK_MS, 'checked'), limit(parseMs, 'parsed'))
    },
    parsed: () => running.pop()?.clear(),
    judged: () => {
      running.splice(0).forEach((timer) => timer.clear())
      running.push(limit(COMPILE_MS, 'compiled'))
    },
  }
}

function isMessage(value: unknown): value is CheckMessage {
  return typeof value === 'object' && value !== null && 'kind' in value
}

function refused(found: string): Checked {
  const message = `the file was ${found}; a file that people wrote takes a fraction of a second`
  const problem: Problem = { rule: 'mdx/too-large', severity: 'error', line: 1, column: 1, message, hint: null }
  return { title: null, case: null, course: null, problems: [problem], stats: null, playtested: null, compiled: null }
}
