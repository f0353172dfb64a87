import { loadavg } from 'node:os'
import { median } from './finding.ts'
import type { Table, Target } from './finding.ts'
import { startLoad } from './load.ts'
import type { Lane, Load, LoadResult } from './load.ts'
import { familyMs, processorMs } from './processor-time.ts'

// Two servers, or two kinds of request, under the same load in turns, so that what else the machine does falls on both.

/**
 * One side of a comparison. Its lanes go to its servers in turns; where they are at their end, they begin again if `repeats`, or else the
 * round is over. `database`: the process of its PostgreSQL.
 */
export type Side = {
  servers: ReadonlyArray<{ url: string; pid: number | undefined }>
  database?: number
  repeats: boolean
  lanes: () => Promise<Array<Lane>>
}

/** What was used of a processor for each answer: by the servers' processes, by each of them, by PostgreSQL (else NaN) and by the load. */
type ProcessorTimes = { cpuMs: number; serversMs: ReadonlyArray<number>; databaseMs: number; loadMs: number }

type Result = LoadResult & ProcessorTimes

/** Which number of a result. */
export type Measure = Exclude<keyof Result, 'serversMs'>

/** What one round found: of what is measured, and of what it is compared with. */
export type Round = { product: Result; floor: Result }

const ROUND_MS = 4_000

/** As many rounds as asked for, after one that warms both sides up and does not count. */
export async function playRounds(
  count: number,
  sides: { product: Side; floor: Side },
): Promise<{ rounds: Array<Round>; answered: { product: number; floor: number } }> {
  const load = startLoad()
  const rounds: Array<Round> = []
  const answered = { product: 0, floor: 0 }
  try {
    for (let round = 0; round <= count; round += 1) {
      const found = await playRound(load, sides, round % 2 === 1)
      answered.product += found.product.count
      answered.floor += found.floor.count
      if (round > 0) rounds.push(found)
    }
  } finally {
    load.stop()
  }
  return { rounds, answered }
}

async function playRound(
  load: Load,
  { product, floor }: { product: Side; floor: Side },
  isFloorFirst: boolean,
): Promise<Round> {
  if (!isFloorFirst) return { product: await play(load, product), floor: await play(load, floor) }
  const first = await play(load, floor)
  return { product: await play(load, product), floor: first }
}

async function play(load: Load, side: Side): Promise<Result> {
  const lanes = await side.lanes()
  const urls = side.servers.map(({ url }) => url)
  const before = await usedMs(load, side)
  const result = await load.run({ urls, lanes, ms: ROUND_MS, repeats: side.repeats })
  const after = await usedMs(load, side)
  const each = (now: number, then = Number.NaN) => (now - then) / result.count
  const serversMs = after.servers.map((ms, place) => each(ms, before.servers[place]))
  return {
    ...result,
    cpuMs: serversMs.reduce((sum, ms) => sum + ms, 0),
    serversMs,
    databaseMs: each(after.database, before.database),
    loadMs: each(after.load, before.load),
  }
}

/** Processor time used so far. */
async function usedMs(
  { pid }: Load,
  { servers, database }: Side,
): Promise<{ servers: Array<number>; database: number; load: number }> {
  return {
    servers: await Promise.all(servers.map((server) => processorMs(server.pid))),
    database: database === undefined ? Number.NaN : await familyMs(database),
    load: await processorMs(pid),
  }
}

/** The medians of both sides, their ratios, and each round's own ratio. */
export function roundTables(rounds: ReadonlyArray<Round>, names: { product: string; floor: string }): Array<Table> {
  const ratios = [
    ratioOf(rounds, 'perSecond'),
    ratioOf(rounds, 'p50Ms'),
    ratioOf(rounds, 'p99Ms'),
    ratioOf(rounds, 'cpuMs'),
  ]
  return [
    [
      ['', 'per second', 'p50 ms', 'p99 ms', 'server CPU ms each'],
      rowOf(
        names.product,
        rounds.map(({ product }) => product),
      ),
      rowOf(
        names.floor,
        rounds.map(({ floor }) => floor),
      ),
      ['ratio', ...ratios.map((ratio) => ratio.toFixed(2))],
    ],
    [
      [
        'ratio per second, round by round',
        ...rounds.map(({ product, floor }) => (product.perSecond / floor.perSecond).toFixed(2)),
      ],
      ['load average of the machine', (loadavg()[0] ?? 0).toFixed(1)],
    ],
  ]
}

/** The median of the rounds' ratios, so that one disturbed round tells nothing. */
export function ratioOf(rounds: ReadonlyArray<Round>, measure: Measure): number {
  return median(rounds.map(({ product, floor }) => product[measure] / floor[measure]))
}

export function atLeast(name: string, wanted: number, found: number): Target {
  return { name, wanted: `at least ${wanted}`, found: found.toFixed(2), isMet: found >= wanted }
}

export function atMost(name: string, wanted: number, found: number): Target {
  return { name, wanted: `at most ${wanted}`, found: found.toFixed(2), isMet: found <= wanted }
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
