import { createCourses } from '../../app/cases/courses.server.ts'
import { readGuide } from '../../app/cases/guide.server.ts'
import { findTaughtCohort } from '../../app/data/cohorts.server.ts'
import { rebuildCount } from '../../app/teach/rebuild-counts.server.ts'
import { showReport } from '../../app/teach/show-report.server.ts'
import { temporaryFolder } from '../setup/server.ts'
import { quantile } from './finding.ts'
import type { Finding } from './finding.ts'
import { COHORT, END, SEED, writeMillion } from './million.ts'

// The report of one cohort of as many learners as it takes for a million decisions, as its page is built: when nothing is new, and
// when a learner has ended a case since. And how long it takes to count the cohort anew.

const REPORTS = 60
const MOST_P95_MS = 200

export async function benchCohort(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  try {
    return await measure(folder)
  } finally {
    await remove()
  }
}

async function measure(folder: string): Promise<Finding> {
  const { db, library, writer, served, learners, decisions, writingMs } = await writeMillion(folder)
  const services = { db, library, courses: createCourses(db), guide: await readGuide(), clock: { now: () => END } }
  try {
    const cohort = await findTaughtCohort(db.read, { id: COHORT, instructorId: COHORT })
    if (cohort === null) throw new Error('Expected the cohort to be there')
    const report = () => timed(() => showReport(cohort, { slug: null, decision: null }, services))
    const firstMs = await report()
    const still = await many(report, () => {})
    const growing = await many(report, () => {
      writer.play(writer.learner(COHORT), served)
      writer.flush()
    })
    const agrees: Array<boolean> = []
    const rebuildMs = await timed(async () => agrees.push(await rebuildCount(COHORT, services)))
    if (agrees[0] !== true) throw new Error('Expected the kept counts to be those that the logs lead to')
    return findingOf({ learners, decisions, writingMs, firstMs, still, growing, rebuildMs })
  } finally {
    writer.close()
    await db.close()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

type Times = { ms: Array<number>; processorMs: Array<number> }

/** Between reports, what changes meanwhile. Time of the processor beside the clock's, since other programs slow the clock's only. */
async function many(report: () => Promise<number>, change: () => void): Promise<Times> {
  const times: Times = { ms: [], processorMs: [] }
  for (let n = 0; n < REPORTS; n += 1) {
    change()
    const before = process.cpuUsage()
    times.ms.push(await report())
    const { user, system } = process.cpuUsage(before)
    times.processorMs.push((user + system) / 1_000)
  }
  return times
}

type Measured = {
  learners: number
  decisions: number
  writingMs: number
  firstMs: number
  still: Times
  growing: Times
  rebuildMs: number
}

function findingOf({ learners, decisions, writingMs, firstMs, still, growing, rebuildMs }: Measured): Finding {
  const row = (name: string, times: Times) => [
    name,
    ms(quantile(times.ms, 0.5)),
    ms(quantile(times.ms, 0.95)),
    ms(quantile(times.processorMs, 0.5)),
    ms(quantile(times.processorMs, 0.95)),
  ]
  const target = (name: string, times: Times) => {
    const p95 = quantile(times.ms, 0.95)
    return { name, wanted: `p95 at most ${MOST_P95_MS} ms`, found: `${ms(p95)} ms`, isMet: p95 <= MOST_P95_MS }
  }
  return {
    title: `the report of one cohort: ${learners} learners, ${decisions} decisions, seed ${SEED}`,
    tables: [
      [
        ['', 'p50 ms', 'p95 ms', 'processor p50', 'p95'],
        row('nothing new since the last report', still),
        row('one more learner has ended a case', growing),
      ],
      [
        ['', 's'],
        ['the first report, counting all', (firstMs / 1_000).toFixed(1)],
        ['counting anew', (rebuildMs / 1_000).toFixed(1)],
        ['writing the decisions, before', (writingMs / 1_000).toFixed(1)],
      ],
    ],
    targets: [target('cohort report, nothing new', still), target('cohort report, one learner more', growing)],
  }
}

function ms(value: number): string {
  return value.toFixed(0)
}
