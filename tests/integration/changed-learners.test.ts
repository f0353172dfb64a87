import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLibrary } from '../../app/cases/library.server.ts'
import type { Library } from '../../app/cases/library.server.ts'
import { removeMember } from '../../app/data/cohort-members.server.ts'
import { createCohort } from '../../app/data/cohorts.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import type { Database } from '../../app/data/database.server.ts'
import { deleteLearner } from '../../app/data/delete-learner.server.ts'
import { bringAlong } from '../../app/play/bring-along.server.ts'
import { bringUpToDate } from '../../app/teach/count-cohort.server.ts'
import { findChanged } from '../../app/teach/find-changed.server.ts'
import { tallyFrom } from '../../app/teach/learner-count.ts'
import { rebuildCount } from '../../app/teach/rebuild-counts.server.ts'
import { versionProgress } from '../../app/teach/version-progress.ts'
import { randomFrom } from '../bench/simulation/random.ts'
import { writeLearners } from '../fixtures/written-learners.ts'
import type { LearnerWriter, Served, WrittenLearner } from '../fixtures/written-learners.ts'
import { temporaryFolder } from '../setup/server.ts'
import { databaseIn } from '../setup/test-database.ts'

// Who has changed is found by what was written since the last report. Each test is a way in which that could be missed.

let db: Database
let url: string
let library: Library
let served: Served
let remove: () => Promise<void>

beforeAll(async () => {
  const temporary = await temporaryFolder()
  remove = temporary.remove
  url = await databaseIn(temporary.folder, { isPrepared: true })
  db = await openDatabase(url)
  library = createLibrary(db)
  const [first] = await library.listServed()
  if (!first) throw new Error('Expected a case in service')
  served = first
  await db.write((tx) => tx.learner.create({ data: { id: 'teacher', createdAt: NOW } }))
})

afterAll(async () => {
  await db.close()
  await remove()
})

const NOW = new Date('2027-01-01T12:00:00Z')
const random = randomFrom(12)

function written<T>(write: (writer: LearnerWriter) => T): T {
  const writer = writeLearners(url, random)
  try {
    return write(writer)
  } finally {
    writer.close()
  }
}

/** A cohort with learners who have ended a case, counted. */
async function aCountedCohort(id: string, learners = 3): Promise<Array<WrittenLearner>> {
  const cohort = { id, name: id, course: 'run-it-lead-it', startsOn: null, endsOn: null, joinCode: id }
  await db.write((tx) => createCohort(tx, { ...cohort, instructorId: 'teacher', now: NOW }))
  const members = Array.from({ length: learners }, () => aPlayer(id))
  await bringUpToDate(id, { db, library })
  return members
}

function aPlayer(cohortId: string | null): WrittenLearner {
  return written((writer) => {
    const learner = writer.learner(cohortId)
    writer.play(learner, served)
    return learner
  })
}

async function decidedIn(cohortId: string): Promise<number> {
  const { progress } = await bringUpToDate(cohortId, { db, library })
  return versionProgress(tallyFrom(progress)).reduce((sum, { decided }) => sum + decided, 0)
}

test('where nothing is new nobody is looked at again, and where one has decided only they are', async () => {
  const [one] = await aCountedCohort('quiet')
  const { revision } = await bringUpToDate('quiet', { db, library })
  expect((await findChanged(db, 'quiet', revision)).learners).toEqual([])
  if (one) written((writer) => writer.play(one, served, 1))
  const { learners } = await findChanged(db, 'quiet', revision)
  expect(learners.map(({ learnerId }) => learnerId)).toEqual([one?.id])
})

test('what is written in the place of deleted decisions is counted', async () => {
  await aCountedCohort('reused')
  const late = written((writer) => writer.learner('reused'))
  const newest = aPlayer(null)
  const before = await decidedIn('reused')
  await db.write((tx) => deleteLearner(tx, newest.id))
  written((writer) => writer.play(late, served, 1))
  expect(await decidedIn('reused')).toBe(before + 1)
  expect(await rebuildCount('reused', { db, library })).toBe(true)
})

test('who joins with a log that is older than the last report is counted, and who left is not', async () => {
  const outside = aPlayer(null)
  const [one] = await aCountedCohort('joining')
  const before = await decidedIn('joining')
  await db.write((tx) =>
    tx.cohortMember.create({ data: { cohortId: 'joining', learnerId: outside.id, joinedAt: NOW } }),
  )
  expect(await decidedIn('joining')).toBe(before + outside.order)
  await db.write((tx) => removeMember(tx, 'joining', one?.id ?? ''))
  expect(await decidedIn('joining')).toBe(before + outside.order - (one?.order ?? 0))
})

test('what comes along with a learner while they are being counted is counted', async () => {
  await aCountedCohort('racing')
  const before = await decidedIn('racing')
  const guest = aPlayer(null)
  const late = written((writer) => writer.learner('racing'))
  let isLate = true
  const racing: Database = {
    ...db,
    write: async (work) => {
      if (isLate) {
        isLate = false
        await bringAlong({ from: guest.id, to: late.id }, { db, library })
      }
      return db.write(work)
    },
  }
  await bringUpToDate('racing', { db: racing, library })
  expect(isLate).toBe(false)
  expect(await decidedIn('racing')).toBe(before + guest.order)
  expect(await rebuildCount('racing', { db, library })).toBe(true)
})
