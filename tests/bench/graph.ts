import { getSimplePaths } from 'xstate/graph'
import type { Case } from '../../machines/case/case.ts'
import { judgeCase } from '../../machines/case/check-case.ts'
import { completePaths } from '../../machines/case/graph/complete-paths.ts'
import { countPaths } from '../../machines/case/graph/count-paths.ts'
import { explore, STATE_LIMIT } from '../../machines/case/graph/explore.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { stepperOf } from '../../machines/case/step.ts'
import { caseMachine } from '../../machines/play/case-machine.ts'
import { longCaseSource, manyStatesSource } from './graph-case.ts'

// How fast a case is explored and checked, how that grows with the case, and what listing its paths would cost instead.
// Ends with 1 if a target is missed.

const RUNS = 15
const MOST_CHECK_MS = 1_000
const HIGHEST_RATIO = 2.3
/** Listing paths is given up for the next length once it takes longer than this. */
const PATIENCE_MS = 3_000

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

function benchStates(): void {
  const source = parsed(manyStatesSource(30))
  const ms = timeOf(() => explore(stepperOf(source)), 3)
  const perSecond = Math.round((STATE_LIMIT / ms) * 1_000)
  console.log(`explore: ${STATE_LIMIT} states of 30 booleans in ${ms.toFixed(0)} ms, ${perSecond} states a second`)
  console.log(`         ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most in the process`)
}

function benchCheck(): boolean {
  const [half, whole] = [500, 1_000].map((scenes) => {
    const text = longCaseSource(scenes)
    const source = parsed(text)
    const read = timeOf(() => parseCase(text, null), 3)
    const check = timeOf(() => judgeCase(source))
    const { states } = judgeCase(source).stats
    console.log(
      `check:   ${scenes} scenes, ${states} states in ${check.toFixed(0)} ms (read in ${read.toFixed(0)} ms before)`,
    )
    return check
  })
  const ratio = (whole ?? Infinity) / (half ?? 1)
  const isMet = (whole ?? Infinity) < MOST_CHECK_MS && ratio <= HIGHEST_RATIO
  console.log(`         twice the scenes take ${ratio.toFixed(2)} times as long`)
  console.log(
    `         target under ${MOST_CHECK_MS} ms and at most ${HIGHEST_RATIO} times: ${isMet ? 'met' : 'missed'}`,
  )
  return isMet
}

function benchPaths(): boolean {
  let isAhead = false
  for (let scenes = 4, listing = 0; listing < PATIENCE_MS && scenes <= 16; scenes += 1) {
    const source = parsed(longCaseSource(scenes))
    let [count, listed] = [0n, 0n]
    const counting = timeOf(() => (count = countedPaths(source)), 3)
    const start = performance.now()
    listed = listedPaths(source)
    listing = performance.now() - start
    if (count !== listed)
      throw new Error(`Expected as many paths from both, found ${count} counted and ${listed} listed`)
    isAhead = counting < listing
    console.log(
      `paths:   ${scenes} scenes, ${count} paths: counted in ${counting.toFixed(1)} ms, ` +
        `listed by xstate/graph in ${listing.toFixed(0)} ms`,
    )
  }
  return isAhead
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

benchStates()
const targets = [benchCheck(), benchPaths()]
process.exitCode = targets.every((isMet) => isMet) ? 0 : 1
