import { getSimplePaths } from 'xstate/graph'
import type { Case } from '../../machines/case/case.ts'
import { checkCase, judgeCase } from '../../machines/case/check-case.ts'
import { completePaths } from '../../machines/case/graph/complete-paths.ts'
import { countPaths } from '../../machines/case/graph/count-paths.ts'
import { explore, STATE_LIMIT } from '../../machines/case/graph/explore.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { stepperOf } from '../../machines/case/step.ts'
import { caseMachine } from '../../machines/play/case-machine.ts'
import type { Finding, Table, Target } from './finding.ts'
import { longCaseSource, manyStatesSource } from './graph-case.ts'

// How fast a case is explored and checked, how that grows with the case, and what listing its paths would cost instead.

const RUNS = 15
const MOST_CHECK_MS = 1_000
const HIGHEST_RATIO = 2.3
/** Listing paths is given up for the next length once it takes longer than this. */
const PATIENCE_MS = 3_000

type Part = { table: Table; targets: Array<Target> }

export function benchGraph(): Finding {
  const parts = [benchStates(), benchCheck(), benchPaths()]
  return {
    title: 'exploring and checking cases, in processor time',
    tables: parts.map(({ table }) => table),
    targets: parts.flatMap(({ targets }) => targets),
  }
}

function parsed(source: string): Case {
  const { case: found, problems } = parseCase(source, null)
  if (!found) throw new Error(`Expected a valid case, found ${problems.map(({ message }) => message).join('; ')}`)
  return found
}

/**
 * The shortest of several runs, in milliseconds of processor time, after one that does not count: what else the machine does
 * must not count either.
 */
function timeOf(run: () => void, runs = RUNS): number {
  run()
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
  return Math.min(...times)
}

function benchStates(): Part {
  const source = parsed(manyStatesSource(30))
  const ms = timeOf(() => explore(stepperOf(source)), 3)
  const perSecond = Math.round((STATE_LIMIT / ms) * 1_000)
  const table = [
    ['exploring 30 booleans', 'states', 'ms', 'states/s'],
    ['', String(STATE_LIMIT), ms.toFixed(0), String(perSecond)],
  ]
  return { table, targets: [] }
}

function benchCheck(): Part {
  const [half, whole] = [measuredCheck(500), measuredCheck(1_000)]
  const judgeRatio = whole.judgeMs / half.judgeMs
  const checkRatio = whole.checkMs / half.checkMs
  const table = [
    ['scenes of three choices', 'states', 'ms to judge, once read', 'ms to read and judge'],
    ...[half, whole].map(({ scenes, states, judgeMs, checkMs }) => [
      String(scenes),
      String(states),
      judgeMs.toFixed(0),
      checkMs.toFixed(0),
    ]),
    ['ratio', '', judgeRatio.toFixed(2), checkRatio.toFixed(2)],
  ]
  const targets = [
    {
      name: '1,000 scenes read and judged',
      wanted: `under ${MOST_CHECK_MS} ms`,
      found: `${whole.checkMs.toFixed(0)} ms`,
      isMet: whole.checkMs < MOST_CHECK_MS,
    },
    {
      name: 'time to judge twice the scenes',
      wanted: `at most ${HIGHEST_RATIO} times`,
      found: judgeRatio.toFixed(2),
      isMet: judgeRatio <= HIGHEST_RATIO,
    },
  ]
  return { table, targets }
}

function measuredCheck(scenes: number) {
  const text = longCaseSource(scenes)
  const source = parsed(text)
  const { states } = judgeCase(source).stats
  return { scenes, states, judgeMs: timeOf(() => judgeCase(source)), checkMs: timeOf(() => checkCase(text, null), 5) }
}

/** Both give the same number of paths; how far listing them falls behind is told for ever longer cases. */
function benchPaths(): Part {
  const table: Table = [['scenes', 'paths', 'ms counted here', 'ms listed by xstate/graph', 'times']]
  const leads: Array<number> = []
  for (let scenes = 4, listing = 0; listing < PATIENCE_MS && scenes <= 16; scenes += 1) {
    const source = parsed(longCaseSource(scenes))
    let count = 0n
    const counting = timeOf(() => (count = countedPaths(source)), 3)
    const start = performance.now()
    const listed = listedPaths(source)
    listing = performance.now() - start
    if (count !== listed)
      throw new Error(`Expected as many paths from both, found ${count} counted and ${listed} listed`)
    leads.push(listing / counting)
    table.push([
      String(scenes),
      String(count),
      counting.toFixed(1),
      listing.toFixed(0),
      (listing / counting).toFixed(0),
    ])
  }
  const [first = Infinity, last = 0] = [leads.at(0), leads.at(-1)]
  const target = {
    name: 'listing paths by xstate/graph left behind',
    wanted: 'ever further',
    found: `${first.toFixed(0)} to ${last.toFixed(0)} times`,
    isMet: last > 1 && last > first,
  }
  return { table, targets: [target] }
}

function countedPaths(source: Case): bigint {
  const graph = explore(stepperOf(source))
  if (graph.kind === 'too-large') throw new Error('Expected a small case')
  const count = countPaths(completePaths(graph))
  if (count === 'infinite') throw new Error('Expected a case without a loop')
  return count
}

function listedPaths(source: Case): bigint {
  const events = ['c0', 'c1', 'c2'].map((choice) => ({ type: 'choose' as const, choice }))
  const isDone = ({ status }: { status: string }) => status === 'done'
  return BigInt(getSimplePaths(caseMachine(source), { events, toState: isDone, stopWhen: isDone }).length)
}
