import { randomInt } from 'node:crypto'
import { progressBar } from '../../app/cli/progress-bar.ts'
import prepareDatabase from '../setup/prepare-database.ts'
import preparePostgresql from '../setup/prepare-postgresql.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { ENVIRONMENT, fuzz } from './fuzz.ts'
import type { FuzzReport } from './fuzz.ts'

// `npm run fuzz -- 20000 [SEED [postgresql]]`: sends that many requests to a server of its own, on SQLite or on a PostgreSQL that is started
// for it, and counts the answers by status; stopped by Ctrl+C, it counts those so far. It needs a build (`npm run build`).

const USUAL = 2_000

const PREPARE = new Map([
  ['sqlite', prepareDatabase],
  ['postgresql', preparePostgresql],
])

async function run([
  asked = String(USUAL),
  given = String(randomInt(2 ** 31)),
  provider = 'sqlite',
]: ReadonlyArray<string>): Promise<void> {
  const [count, seed] = [asked, given].map(Number)
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed) || count === undefined || seed === undefined)
    throw new RangeError(`Expected how many requests and a seed, found ${asked} ${given}`)
  const prepare = PREPARE.get(provider)
  if (prepare === undefined) throw new RangeError(`Expected sqlite or postgresql, found ${provider}`)
  process.stdout.write(`seed ${seed}\n`)
  const drop = await prepare()
  const { folder, remove } = await temporaryFolder()
  const server = await startTestServer({ folder, environment: ENVIRONMENT })
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  try {
    const bar = progressBar(process.stderr, count)
    const report = await fuzz(server, { count, seed, stop: stop.signal, tell: (sent) => bar.show(sent, 'requests') })
    bar.clear()
    const { status } = await fetch(new URL('/healthz', server.url))
    process.stdout.write(`${textOf(report)}\nhealth afterwards: ${status}\n`)
    process.exitCode = report.faults.length > 0 || status !== 200 ? 1 : 0
  } finally {
    await server.stop()
    await remove()
    await drop()
  }
}

function textOf({ sent, statuses, faults }: FuzzReport): string {
  const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`)
  const found = faults.map(({ what, request, seed }) => `\n${what}\nseed ${seed}: ${JSON.stringify(request)}`)
  return [`${sent} requests, ${faults.length} faults`, ...counts, ...found].join('\n')
}

await run(process.argv.slice(2))
