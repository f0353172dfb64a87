import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLibrary } from '../../app/cases/library.server.ts'
import type { Library } from '../../app/cases/library.server.ts'
import { addMember, removeMember } from '../../app/data/cohort-members.server.ts'
import { createCohort } from '../../app/data/cohorts.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import type { Database } from '../../app/data/database.server.ts'
import { deleteLearner } from '../../app/data/delete-learner.server.ts'
import { bringAlong } from '../../app/play/bring-along.server.ts'
import { cohortReports } from '../../app/teach/cohort-reports.server.ts'
import { bringUpToDate } from '../../app/teach/count-cohort.server.ts'
import { rebuildCount, rebuildCounts } from '../../app/teach/rebuild-counts.server.ts'
import { randomFrom } from '../bench/simulation/random.ts'
import type { Random } from '../bench/simulation/random.ts'
import { writeLearners } from '../fixtures/written-learners.ts'
import type { Served, WrittenLearner } from '../fixtures/written-learners.ts'
import { temporaryFolder } from '../setup/server.ts'
import { databaseIn } from '../setup/test-database.ts'

let db: Database
let url: string
let library: Library
let served: Array<Served>
let remove: () => Promise<void>

beforeAll(async () => {
  const temporary = await temporaryFolder()
  remove = temporary.remove
  url = await databaseIn(temporary.folder, { isPrepared: true })
  db = await openDatabase(url)
  library = createLibrary(db)
  served = (await library.listServed()).slice(0, 3)
  await db.write((tx) => tx.learner.create({ data: { id: 'teacher', createdAt: NOW } }))
})

afterAll(async () => {
  await db.close()
  await remove()
})

const NOW = new Date('2027-01-01T12:00:00Z')
const clock = { now: () => NOW }

async function aCohort(id: string): Promise<string> {
  const cohort = { id, name: id, course: 'run-it-lead-it', startsOn: null, endsOn: null, joinCode: id }
  await db.write((tx) => createCohort(tx, { ...cohort, instructorId: 'teacher', now: NOW }))
  return id
}

function join(cohortId: string, learnerId: string): Promise<void> {
  return db.write((tx) => addMember(tx, { cohortId, learnerId, sharesProfile: false, now: NOW }))
}

/** Writes in one go what learners do, so that the database is free for the product in between. */
function written<T>(random: Random, write: (writer: ReturnType<typeof writeLearners>) => T): T {
  const writer = writeLearners(url, random)
  try {
    return write(writer)
  } finally {
    writer.close()
  }
}

/** The case of this place, over and over. */
function caseAt(place: number): Served {
  const one = served[place % served.length]
  if (!one) throw new Error('Expected a case in service')
  return one
}

const [FIRST, SECOND, THIRD] = [0, 1, 2]

async function endedOf(cohortId: string, place: number): Promise<number> {
  const { slug } = caseAt(place)
  const { progress } = await cohortReports(cohortId, [slug], { db, library, clock })
  return progress.get(slug)?.ended ?? 0
}

async function learnersIn(cohortId: string, place: number): Promise<number | null> {
  const { slug } = caseAt(place)
  const { cases } = await cohortReports(cohortId, [slug], { db, library, clock })
  return cases.get(slug)?.report?.learners ?? null
}

for (const seed of [1, 2, 3, 4, 5, 6])
  test(`kept counts are those that the logs lead to, whatever happens to learners in whatever order (seed ${seed})`, async () => {
    const random = randomFrom(seed)
    const cohort = await aCohort(`random-${seed}`)
    const inside: Array<WrittenLearner> = []
    const outside: Array<WrittenLearner> = []
    const happen = {
      joins: async () => {
        inside.push(written(random, (writer) => writer.learner(cohort)))
      },
      plays: async () => {
        for (const who of inside) written(random, (writer) => writer.play(who, caseAt(random.below(3))))
      },
      stops: async () => {
        const who = random.pick(inside)
        written(random, (writer) => writer.play(who, caseAt(random.below(3)), 2))
      },
      leaves: async () => {
        const [who] = inside.splice(random.below(inside.length), 1)
        if (who) outside.push(who)
        await db.write((tx) => removeMember(tx, cohort, who?.id ?? ''))
      },
      returns: async () => {
        const who = outside.pop()
        if (!who) return
        inside.push(who)
        await join(cohort, who.id)
      },
      deletes: async () => {
        const [who] = inside.splice(random.below(inside.length), 1)
        await db.write((tx) => deleteLearner(tx, who?.id ?? ''))
      },
      bringsAlong: async () => {
        const who = random.pick(inside)
        const guest = written(random, (writer) => {
          const made = writer.learner(random.uniform() < 0.5 ? cohort : null)
          writer.play(made, caseAt(random.below(3)), random.uniform() < 0.5 ? 1 : Infinity)
          return made
        })
        if (random.uniform() < 0.5) await bringUpToDate(cohort, { db, library })
        await bringAlong({ from: guest.id, to: who.id }, { db, library })
        // Their log is longer than the one that is written on here.
        inside.splice(inside.indexOf(who), 1)
      },
    }
    for (let n = 0; n < 12; n += 1) await happen.joins()
    for (let round = 0; round < 14; round += 1) {
      await happen[random.pick(['joins', 'plays', 'stops', 'leaves', 'returns', 'deletes', 'bringsAlong'] as const)]()
      if (inside.length < 3) await happen.joins()
      if (random.uniform() < 0.7) expect(await rebuildCount(cohort, { db, library })).toBe(true)
    }
    expect(await rebuildCount(cohort, { db, library })).toBe(true)
  }, 300_000)

test('who leaves or deletes their data is in no number any more, and who comes back is again', async () => {
  const random = randomFrom(7)
  const cohort = await aCohort('leaving')
  const learners = written(random, (writer) =>
    Array.from({ length: 12 }, () => {
      const learner = writer.learner(cohort)
      writer.play(learner, caseAt(FIRST))
      writer.play(learner, caseAt(SECOND))
      return learner.id
    }),
  )
  const [one = '', other = ''] = learners
  expect([await learnersIn(cohort, FIRST), await learnersIn(cohort, SECOND)]).toEqual([12, 12])
  await db.write((tx) => removeMember(tx, cohort, one))
  expect(await learnersIn(cohort, FIRST)).toBe(11)
  await join(cohort, one)
  expect(await learnersIn(cohort, FIRST)).toBe(12)
  await db.write((tx) => deleteLearner(tx, other))
  expect([await learnersIn(cohort, FIRST), await learnersIn(cohort, SECOND)]).toEqual([11, 11])
  for (const id of learners) await db.write((tx) => removeMember(tx, cohort, id))
  expect(await endedOf(cohort, FIRST)).toBe(0)
  expect(await db.read.cohortTally.count({ where: { cohortId: cohort } })).toBe(0)
})

test('only first attempts count, those under way as begun; nothing is counted for a case outside the report', async () => {
  const random = randomFrom(8)
  const cohort = await aCohort('firsts')
  written(random, (writer) => {
    for (let n = 0; n < 10; n += 1) {
      const learner = writer.learner(cohort)
      writer.play(learner, caseAt(FIRST))
      writer.play(learner, caseAt(FIRST))
      writer.play(learner, caseAt(THIRD), 1)
      writer.play(learner, caseAt(THIRD))
    }
  })
  const slugs = [caseAt(FIRST).slug, caseAt(THIRD).slug]
  const { progress, cases } = await cohortReports(cohort, slugs, { db, library, clock })
  expect(cases.get(slugs[0] ?? '')?.report?.learners).toBe(10)
  expect(progress.get(slugs[0] ?? '')).toMatchObject({ started: 10, ended: 10, still: 0 })
  expect(progress.get(slugs[1] ?? '')).toEqual({ started: 10, ended: 0, decided: 10, still: 10 })
})

test('many who read at once count each learner once', async () => {
  const cohort = await aCohort('crowd')
  written(randomFrom(9), (writer) => {
    for (let n = 0; n < 11; n += 1) writer.play(writer.learner(cohort), caseAt(FIRST))
  })
  await Promise.all(Array.from({ length: 8 }, () => bringUpToDate(cohort, { db, library })))
  expect(await learnersIn(cohort, FIRST)).toBe(11)
  expect(await rebuildCount(cohort, { db, library })).toBe(true)
})

test('counts that were tampered with are told by the rebuild, and are right after it', async () => {
  const cohort = await aCohort('tampered')
  written(randomFrom(10), (writer) => {
    for (let n = 0; n < 10; n += 1) writer.play(writer.learner(cohort), caseAt(FIRST))
  })
  await bringUpToDate(cohort, { db, library })
  await db.write((tx) =>
    tx.cohortTally.updateMany({ where: { cohortId: cohort }, data: { json: '{"attempts ended":9}' } }),
  )
  const { different } = await rebuildCounts({ db, library }, () => {})
  expect(different).toEqual([cohort])
  expect((await rebuildCounts({ db, library }, () => {})).different).toEqual([])
})

test('of another version of the scoring model nothing is kept', async () => {
  const cohort = await aCohort('old-model')
  written(randomFrom(11), (writer) => writer.play(writer.learner(cohort), caseAt(FIRST)))
  const { revision } = await bringUpToDate(cohort, { db, library })
  await db.write((tx) => tx.cohortCount.update({ where: { cohortId: cohort }, data: { modelVersion: 0 } }))
  expect((await bringUpToDate(cohort, { db, library })).revision).toBeGreaterThan(revision)
})
