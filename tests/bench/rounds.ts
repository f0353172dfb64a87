import { loadavg } from 'node:os'
import { median } from './finding.ts'
import type { Table, Target } from './finding.ts'
import { startLoad } from './load.ts'
import type { Lane, Load, LoadResult } from './load.ts'
import { processorMs } from './processor-time.ts'

// Two servers, or two kinds of request, under the same load in turns, so that what else the machine does falls on both.

/** One side of a comparison. Where its lanes are at their end, they begin again if `repeats`, or else the round is over. */
export type Side = { url: string; pid: number | undefined; repeats: boolean; lanes: () => Promise<Array<Lane>> }

/** `cpuMs`: what the server's process used of a processor for each answer. */
type Result = LoadResult & { cpuMs: number }

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

async function play(load: Load, { url, pid, repeats, lanes }: Side): Promise<Result> {
  const prepared = await lanes()
  const before = await processorMs(pid)
  const result = await load.run({ url, lanes: prepared, ms: ROUND_MS, repeats })
  return { ...result, cpuMs: ((await processorMs(pid)) - before) / result.count }
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
export function ratioOf(rounds: ReadonlyArray<Round>, measure: keyof Result): number {
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
