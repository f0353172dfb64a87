import { createCourses } from '../../app/cases/courses.server.ts'
import { readGuide } from '../../app/cases/guide.server.ts'
import { createLibrary } from '../../app/cases/library.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import { findTaughtCohort } from '../../app/data/cohorts.server.ts'
import { rebuildCount } from '../../app/teach/rebuild-counts.server.ts'
import { showReport } from '../../app/teach/show-report.server.ts'
import { writeLearners } from '../fixtures/written-learners.ts'
import type { LearnerWriter, Served } from '../fixtures/written-learners.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { quantile } from './finding.ts'
import type { Finding } from './finding.ts'
import { randomFrom } from './simulation/random.ts'

// The report of one cohort of as many learners as it takes for a million decisions, as its page is built: when nothing is new, and
// when a learner has ended a case since. And how long it takes to count the cohort anew.

const DECISIONS = 1_000_000
const SEED = 2240
const REPORTS = 60
const MOST_P95_MS = 200
const COHORT = 'bench-cohort'
const COURSE = 'run-it-lead-it'

export async function benchCohort(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  try {
    return await measure(folder)
  } finally {
    await remove()
  }
}

async function measure(folder: string): Promise<Finding> {
  const url = await preparedDatabase(folder)
  const db = await openDatabase(url)
  try {
    const library = createLibrary(db)
    const services = { db, library, courses: createCourses(db), guide: await readGuide(), clock: { now: () => END } }
    const served = await library.listServed()
    if (served.length === 0) nothingServed()
    openCohort(url)
    const writer = writeLearners(url, randomFrom(SEED))
    const wroteAt = performance.now()
    const { learners, decisions } = writeAll(writer, served)
    const writingMs = performance.now() - wroteAt
    const cohort = await findTaughtCohort(db.read, { id: COHORT, instructorId: COHORT })
    if (cohort === null) throw new Error('Expected the cohort to be there')
    const report = () => timed(() => showReport(cohort, { slug: null, decision: null }, services))
    const firstMs = await report()
    const still = await many(report, () => {})
    const growing = await many(report, () => {
      writer.play(writer.learner(COHORT), served[0] ?? nothingServed())
      writer.flush()
    })
    writer.close()
    const agrees: Array<boolean> = []
    const rebuildMs = await timed(async () => agrees.push(await rebuildCount(COHORT, services)))
    if (agrees[0] !== true) throw new Error('Expected the kept counts to be those that the logs lead to')
    return findingOf({ learners, decisions, writingMs, firstMs, still, growing, rebuildMs })
  } finally {
    await db.close()
  }
}

/** When all is written: the learners play one after the other, a decision each 90 seconds. */
const END = new Date('2029-07-10T08:00:00Z')

/** A database with everything published, as a start leaves it. */
async function preparedDatabase(folder: string): Promise<string> {
  const server = await startTestServer({ folder })
  await server.stop()
  return server.database
}

function openCohort(url: string): void {
  const at = '2026-09-01T08:00:00.000+00:00'
  stored(url, 'INSERT INTO "Learner" ("id", "createdAt") VALUES (?, ?)', COHORT, at)
  const cohort = 'INSERT INTO "Cohort" ("id", "name", "course", "joinCode", "createdAt") VALUES (?, ?, ?, ?, ?)'
  stored(url, cohort, COHORT, 'A very large class', COURSE, 'BENCH-BENCH-2222', at)
  const instructor = 'INSERT INTO "CohortInstructor" ("cohortId", "learnerId", "addedAt") VALUES (?, ?, ?)'
  stored(url, instructor, COHORT, COHORT, at)
}

function writeAll(writer: LearnerWriter, served: ReadonlyArray<Served>): { learners: number; decisions: number } {
  let [learners, decisions] = [0, 0]
  while (decisions < DECISIONS) {
    const learner = writer.learner(COHORT)
    learners += 1
    for (const one of served) decisions += writer.play(learner, one)
    if (learners % 500 === 0) writer.flush()
  }
  writer.flush()
  return { learners, decisions }
}

function nothingServed(): never {
  throw new Error('Expected a case in service')
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
