import { createLibrary } from '../../app/cases/library.server.ts'
import type { Library } from '../../app/cases/library.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import type { Database as Connections } from '../../app/data/database.server.ts'
import { writeLearners } from '../fixtures/written-learners.ts'
import type { LearnerWriter, Served } from '../fixtures/written-learners.ts'
import { startTestServer } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { randomFrom } from './simulation/random.ts'

const DECISIONS = 1_000_000
export const SEED = 2240
export const COHORT = 'bench-cohort'
const COURSE = 'run-it-lead-it'

/** When all is written: the learners play one after the other, a decision each 90 seconds. */
export const END = new Date('2029-07-10T08:00:00Z')

/** `served` is one of the cases that all have played. Whoever asks for it closes `writer` and `db`. */
export type Million = {
  /** The address of the database. */
  url: string
  db: Connections
  library: Library
  writer: LearnerWriter
  served: Served
  learners: number
  decisions: number
  writingMs: number
}

/** A cohort of as many learners as it takes for a million decisions, who have played every case in service. */
export async function writeMillion(folder: string): Promise<Million> {
  const url = await preparedDatabase(folder)
  const db = await openDatabase(url)
  const library = createLibrary(db)
  const served = await library.listServed()
  const [first] = served
  if (!first) throw new Error('Expected a case in service')
  openCohort(url)
  const writer = writeLearners(url, randomFrom(SEED))
  const startedAt = performance.now()
  const written = writeAll(writer, served)
  return { url, db, library, writer, served: first, ...written, writingMs: performance.now() - startedAt }
}

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
