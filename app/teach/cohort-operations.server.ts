import { randomInt, randomUUID } from 'node:crypto'
import { isTaken } from '../data/database.server.ts'
import { changeCohort, createCohort } from '../data/cohorts.server.ts'
import type { Cohort } from '../data/cohorts.server.ts'
import type { Services } from '../http/context.ts'
import { joinCode } from './join-code.ts'

type NewCohort = Pick<Cohort, 'name' | 'course' | 'startsOn' | 'endsOn'>

/** Makes a cohort with a join code of its own; gives its id. */
export async function openCohort(
  instructorId: string,
  cohort: NewCohort,
  { db, clock }: Pick<Services, 'db' | 'clock'>,
): Promise<string> {
  const id = randomUUID()
  await withFreshCode((code) =>
    db.write((tx) => createCohort(tx, { ...cohort, id, joinCode: code, instructorId, now: clock.now() })),
  )
  return id
}

/** Gives a cohort another join code; the one before lets nobody in any more. */
export async function renewJoinCode(cohortId: string, { db }: Services): Promise<void> {
  await withFreshCode((code) => db.write((tx) => changeCohort(tx, cohortId, { joinCode: code })))
}

/** Archives a cohort, so that nobody joins it any more, or takes it out of the archive. */
export async function archiveCohort(cohortId: string, isArchived: boolean, { db, clock }: Services): Promise<void> {
  await db.write((tx) => changeCohort(tx, cohortId, { archivedAt: isArchived ? clock.now() : null }))
}

const TRIES = 5

/** A code is taken once in millions of times; then another is drawn. */
async function withFreshCode(write: (code: string) => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write(joinCode((below) => randomInt(below)))
    } catch (error) {
      if (!isTaken(error) || tries === TRIES) throw error
    }
  }
}
