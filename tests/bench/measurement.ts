import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { MODEL_VERSION } from '../../machines/score/profile.ts'
import { type Report, reportOf } from './simulation/report.ts'
import { LEARNERS, studyOf, WORLDS } from './simulation/study.ts'
import { CHECKPOINTS, type Target, targetsOf } from './simulation/targets.ts'

// Simulated learners, whose true competence is known, play simulated cases: how well does the scoring model find it?
//   --seed N     other worlds and learners (default 1)
//   --out FILE   where the tables go as JSON (default public/measurement.json)
// Ends with 1 if a target is missed.

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, out: { type: 'string', default: 'public/measurement.json' } },
})
const seed = Number(values.seed)
if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`expected --seed 0, 1, 2 …, found "${values.seed}"`)

const report = reportOf(studyOf(seed, showProgress))
const targets = targetsOf(report)
console.log(tableOf(report))
console.log(targetTextOf(targets))
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(
  values.out,
  `${JSON.stringify({ modelVersion: MODEL_VERSION, seed, worlds: WORLDS, learners: LEARNERS, checkpoints: CHECKPOINTS, ...report, targets }, null, 2)}\n`,
)
console.log(`Written to ${values.out}`)
process.exitCode = targets.every(({ isMet }) => isMet) ? 0 : 1

function showProgress(done: number): void {
  if (!process.stderr.isTTY || done % 20 > 0) return
  const all = WORLDS * LEARNERS
  const filled = Math.round((40 * done) / all)
  process.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(40 - filled)} ${done} of ${all} learners`)
  if (done === all) process.stderr.write('\n')
}

function tableOf({ rows, conditions, order, maximum }: Report): string {
  const header = [
    'cases | naive: r RMSE false | best only: r RMSE cover | best and worst | claims, false at P ≥ .8 | at P ≥ .9',
  ]
  const lines = rows.map(({ cases, naive, bestOnly, bestAndWorst, leaning, sure }) =>
    [
      String(cases).padStart(5),
      shown(naive.r, naive.rmse, naive.false),
      shown(bestOnly.r, bestOnly.rmse, bestOnly.cover),
      shown(bestAndWorst.r, bestAndWorst.rmse, bestAndWorst.cover),
      shown(leaning.claimed, leaning.false),
      shown(sure.claimed, sure.false),
    ].join(' | '),
  )
  const further = conditions.map(({ name, accuracies }) =>
    [
      name,
      `RMSE ${shown(...accuracies.map(({ rmse }) => rmse))}`,
      `cover ${shown(...accuracies.map(({ cover }) => cover))}`,
    ].join(' | '),
  )
  const rest = [
    `order within a case moves a dimension by ${order.mean.toFixed(4)} sd on average, ${order.most.toFixed(4)} at most`,
    `distance to the joint maximum a posteriori: ${maximum.mean.toFixed(4)} sd on average`,
  ]
  return [...header, ...lines, '', ...further, '', ...rest, ''].join('\n')
}

function targetTextOf(targets: ReadonlyArray<Target>): string {
  const missed = targets.filter(({ isMet }) => !isMet)
  const lines = missed.map(
    ({ name, found, from, to }) => `missed: ${name} is ${shown(found)}, not ${shown(from)} to ${shown(to)}`,
  )
  return [`${targets.length - missed.length} of ${targets.length} targets met`, ...lines].join('\n')
}

function shown(...numbers: Array<number>): string {
  return numbers.map((number) => number.toFixed(3)).join(' ')
}
