import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { databaseIn } from './test-database.ts'
import { movableClock } from './test-clock.ts'

export type TestServer = {
  url: string
  /** The path of the link that makes the first admin; null where there is one. */
  firstAdmin: string | null
  /** The address of its database. */
  database: string
  process: ChildProcess
  /** What it wrote to its log so far. */
  output: () => string
  /** What its clock shows. */
  now: () => Date
  /** Moves the server's clock on. */
  advance: (ms: number) => Promise<void>
  /** What its memory holds, in bytes; without what is garbage if it was started with `--expose-gc`. */
  memory: () => Promise<NodeJS.MemoryUsage>
  /** Ends the process at once, as a power cut would. */
  kill: () => Promise<void>
  /** Lets it finish what is under way. */
  stop: () => Promise<void>
}

/** Of every server under test, so that a test can do what another process of the same installation does. */
export const TEST_SECRET = 'a secret that only the tests of this project use'

function pathOf(link: string): string {
  const { pathname, search } = new URL(link)
  return pathname + search
}

type Started = { url: string; firstAdmin: string | null }

/** A folder of its own for one test's files, and how to remove it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'casewright-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

type Options = {
  folder: string
  content?: string
  environment?: Record<string, string>
  /** Further options for Node. */
  execArgv?: ReadonlyArray<string>
}

/**
 * Starts the real server on a free port with a database of its own: the one in the folder, or else a copy of the prepared one, unless
 * `content` names other cases. It needs a build (`npm run build`).
 */
export async function startTestServer(options: Options): Promise<TestServer> {
  const { start } = await loadTestServer(options)
  return start()
}

/** As `startTestServer`, in two steps: loading the program, which is most of a start, and starting it, which is when it opens its database. */
export async function loadTestServer(options: Options): Promise<{ start: () => Promise<TestServer> }> {
  const given = options.environment?.['DATABASE_URL']
  const database = given ?? (await databaseIn(options.folder, { isPrepared: options.content === undefined }))
  const child = fork('tests/setup/server-process.ts', {
    execArgv: ['--import', 'tsx', ...(options.execArgv ?? [])],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      LOG_LEVEL: 'warn',
      SESSION_SECRET: TEST_SECRET,
      DATABASE_URL: database,
      ...(options.content === undefined ? {} : { CONTENT: options.content }),
      ...options.environment,
    },
  })
  return { start: () => start(child, database) }
}

async function start(child: ChildProcess, database: string): Promise<TestServer> {
  const clock = movableClock()
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()))

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  const { url, firstAdmin } = await new Promise<Started>((resolve, reject) => {
    child.once('message', (message: Started) => resolve(message))
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened:\n${output}`)))
    child.send('start', (error) => error && reject(error))
  })
  return {
    url,
    firstAdmin: firstAdmin && pathOf(firstAdmin),
    database,
    process: child,
    output: () => output,
    now: clock.now,
    advance: async (ms) => {
      clock.advance(ms)
      const moved = once(child, 'message')
      child.send({ advanceMs: ms })
      await moved
    },
    memory: async () => {
      const measured = once(child, 'message')
      child.send('memory')
      const [memory]: Array<NodeJS.MemoryUsage> = await measured
      if (memory === undefined) throw new Error('Expected the server to tell its memory')
      return memory
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
