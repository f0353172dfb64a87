import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { preparePosts } from './decision-posts.ts'
import type { Lane } from './decision-posts.ts'
import { median } from './finding.ts'
import type { Finding, Table } from './finding.ts'
import { startFloor } from './floor.ts'
import { startLoad } from './load.ts'
import type { Load, LoadResult } from './load.ts'
import { processorMs } from './processor-time.ts'

// Durable decisions over HTTP, beside the least that the same server could do: same middlewares, same pages, same posts, but an
// empty action and one bare insert. Both sides take turns, so that what else the machine does falls on both.

const CONNECTIONS = 16
const ROUNDS = 7
const ROUND_MS = 4_000
const LEAST_SHARE = 0.6
const MOST_P99 = 3

/** `cpuMs`: what the server's process used of a processor for each post. */
type Result = LoadResult & { cpuMs: number }

type Round = { product: Result; floor: Result }

type Side = { url: string; pid: number | undefined; repeats: boolean }

export async function benchDecisions(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  try {
    return findingOf(await measure(folder))
  } finally {
    await remove()
  }
}

async function measure(folder: string): Promise<Array<Round>> {
  const product = await startTestServer({ folder })
  const floor = await startFloor(folder)
  const sides = {
    product: { url: product.url, pid: product.process.pid, repeats: false },
    floor: { ...floor, repeats: true },
  }
  const load = startLoad()
  try {
    const rounds: Array<Round> = []
    let decided = 0
    // The first round warms both up and does not count.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const lanes = await preparePosts(product.url, CONNECTIONS)
      const found = await playRound(load, lanes, sides, round % 2 === 1)
      decided += found.product.count
      if (round > 0) rounds.push(found)
    }
    checkKept(product.database, decided)
    return rounds
  } finally {
    load.stop()
    await Promise.all([product.stop(), floor.stop()])
  }
}

async function playRound(
  load: Load,
  lanes: Array<Lane>,
  { product, floor }: { product: Side; floor: Side },
  isFloorFirst: boolean,
): Promise<Round> {
  if (!isFloorFirst) return { product: await play(load, lanes, product), floor: await play(load, lanes, floor) }
  const first = await play(load, lanes, floor)
  return { product: await play(load, lanes, product), floor: first }
}

async function play(load: Load, lanes: Array<Lane>, { url, pid, repeats }: Side): Promise<Result> {
  const before = await processorMs(pid)
  const result = await load.run({ url, lanes, ms: ROUND_MS, repeats })
  return { ...result, cpuMs: ((await processorMs(pid)) - before) / result.count }
}

/** What was acknowledged is there. */
function checkKept(database: string, decided: number): void {
  const kept = stored<{ count: number }>(database, 'SELECT count(*) AS "count" FROM "Decision"')[0]?.count
  if (kept !== decided) throw new Error(`Expected ${decided} decisions to be kept, found ${String(kept)}`)
}

function findingOf(rounds: ReadonlyArray<Round>): Finding {
  const shares = rounds.map(({ product, floor }) => product.perSecond / floor.perSecond)
  const share = median(shares)
  const p50 = median(rounds.map(({ product, floor }) => product.p50Ms / floor.p50Ms))
  const p99 = median(rounds.map(({ product, floor }) => product.p99Ms / floor.p99Ms))
  const cpu = median(rounds.map(({ product, floor }) => product.cpuMs / floor.cpuMs))
  const table: Table = [
    ['', 'per second', 'p50 ms', 'p99 ms', 'server CPU ms each'],
    rowOf(
      'decision',
      rounds.map(({ product }) => product),
    ),
    rowOf(
      'floor',
      rounds.map(({ floor }) => floor),
    ),
    ['ratio', ...[share, p50, p99, cpu].map((ratio) => ratio.toFixed(2))],
  ]
  return {
    title: `durable decisions, ${CONNECTIONS} connections, medians of ${rounds.length} rounds`,
    tables: [table, [['ratio per second, round by round', ...shares.map((ratio) => ratio.toFixed(2))]]],
    targets: [
      {
        name: 'decisions a second, of the floor’s',
        wanted: `at least ${LEAST_SHARE}`,
        found: share.toFixed(2),
        isMet: share >= LEAST_SHARE,
      },
      {
        name: 'p99 of a decision, times the floor’s',
        wanted: `at most ${MOST_P99}`,
        found: p99.toFixed(2),
        isMet: p99 <= MOST_P99,
      },
    ],
  }
}

function rowOf(name: string, results: ReadonlyArray<Result>): Array<string> {
  return [
    name,
    median(results.map(({ perSecond }) => perSecond)).toFixed(0),
    median(results.map(({ p50Ms }) => p50Ms)).toFixed(1),
    median(results.map(({ p99Ms }) => p99Ms)).toFixed(1),
    median(results.map(({ cpuMs }) => cpuMs)).toFixed(2),
  ]
}
