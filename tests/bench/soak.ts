import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import { tableText } from './finding.ts'

// `npm run soak -- [MINUTES]`: lets guests play on a server without a pause and tells how its memory grows, each time after its garbage was
// collected. What is kept on purpose fills up at first, so the slope is that of the second half. It needs a build.

const GUESTS = 6
const SAMPLES = 40
const CASES = ['the-2240-trailer', 'almost-done', 'green-boxes', 'two-front-doors']
const PAGES = ['/', '/cases', '/profile', '/courses/run-it-lead-it', '/how-it-scores']
const MB = 1_000_000

type Sample = { minutes: number; heap: number; rss: number; decisions: number }

const minutes = Number(process.argv[2] ?? '60')
if (!(minutes > 0)) throw new RangeError(`Expected minutes, found ${process.argv[2]}`)
const { folder, remove } = await temporaryFolder()
const server = await startTestServer({ folder, execArgv: ['--expose-gc'] })
const over = new AbortController()
let decisions = 0
const guests = Array.from({ length: GUESTS }, (_, guest) => playOn(server.url, guest))
const samples = await watch(server)
over.abort()
await Promise.all(guests)
await server.stop()
await remove()
report(samples)

/** One guest after the other, each with a case, its debrief and the pages around it. */
async function playOn(url: string, guest: number): Promise<void> {
  for (let turn = guest; !over.signal.aborted; turn += 1) {
    const visitor = aVisitor(url)
    const attempt = await startCase(visitor, CASES[turn % CASES.length] ?? '')
    while (!over.signal.aborted) {
      const decision = await readDecision(visitor, attempt)
      if (decision === null) break
      const { status, location } = await visitor.post(attempt, decisionForm(decision))
      if (status !== 303 || location === null) throw new Error(`Expected a decision to be taken, found ${status}`)
      await visitor.get(location)
      decisions += 1
    }
    for (const page of [...PAGES, `${attempt}/debrief`]) await visitor.get(page)
  }
}

async function watch({ memory }: TestServer): Promise<Array<Sample>> {
  const startedAt = performance.now()
  const found: Array<Sample> = []
  for (let n = 1; n <= SAMPLES; n += 1) {
    await pause(Math.max(0, (n / SAMPLES) * minutes * 60_000 - (performance.now() - startedAt)))
    const { heapUsed, rss } = await memory()
    found.push({ minutes: (performance.now() - startedAt) / 60_000, heap: heapUsed / MB, rss: rss / MB, decisions })
    if (process.stderr.isTTY) process.stderr.write(`\r${n} of ${SAMPLES} samples, ${decisions} decisions`)
  }
  return found
}

function report(all: ReadonlyArray<Sample>): void {
  const shown = all.filter((_, place) => place % 4 === 3)
  const second = all.slice(all.length / 2)
  const slope = (measure: 'heap' | 'rss') => `${(60 * slopeOf(second, measure)).toFixed(1)} MB an hour`
  const rows = shown.map((sample) => [
    sample.minutes.toFixed(1),
    sample.heap.toFixed(1),
    sample.rss.toFixed(1),
    String(sample.decisions),
  ])
  process.stdout.write(
    `\n${tableText([['minutes', 'heap MB', 'resident MB', 'decisions'], ...rows])}\n\n${tableText([
      ['heap, second half', slope('heap')],
      ['resident, second half', slope('rss')],
      ['load average of the machine', (loadavg()[0] ?? 0).toFixed(1)],
    ])}\n`,
  )
}

/** By least squares, a minute. */
function slopeOf(points: ReadonlyArray<Sample>, measure: 'heap' | 'rss'): number {
  const mean = (values: ReadonlyArray<number>) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map((point) => point.minutes)), mean(points.map((point) => point[measure]))]
  const products = points.map((point) => (point.minutes - x) * (point[measure] - y))
  const squares = points.map((point) => (point.minutes - x) ** 2)
  return mean(products) / mean(squares)
}
