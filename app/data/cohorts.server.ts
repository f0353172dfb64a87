import type { Reader } from './database.server.ts'

const COHORT = {
  id: true,
  name: true,
  course: true,
  startsOn: true,
  endsOn: true,
  joinCode: true,
  showsReasons: true,
  archivedAt: true,
} as const

/** Days are YYYY-MM-DD. */
export type Cohort = {
  id: string
  name: string
  /** Slug of the course. */
  course: string
  startsOn: string | null
  endsOn: string | null
  joinCode: string
  showsReasons: boolean
  archivedAt: Date | null
}

export type CohortSummary = Cohort & { members: number }

/** Makes a cohort with its first instructor. Fails with a unique-key error where the join code is taken. */
export async function createCohort(
  db: Reader,
  cohort: Pick<Cohort, 'id' | 'name' | 'course' | 'startsOn' | 'endsOn' | 'joinCode'> & {
    instructorId: string
    now: Date
  },
): Promise<void> {
  const { instructorId, now, ...rest } = cohort
  await db.cohort.create({
    data: { ...rest, createdAt: now, instructors: { create: { learnerId: instructorId, addedAt: now } } },
  })
}

/** The cohorts of an instructor, the newest first. */
export async function listTaughtCohorts(db: Reader, instructorId: string): Promise<Array<CohortSummary>> {
  const cohorts = await db.cohort.findMany({
    where: { instructors: { some: { learnerId: instructorId } } },
    select: { ...COHORT, _count: { select: { members: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return cohorts.map(({ _count, ...cohort }) => ({ ...cohort, members: _count.members }))
}

/** A cohort if this is one of its instructors; null otherwise, as where there is none. */
export async function findTaughtCohort(
  db: Reader,
  asked: { id: string; instructorId: string },
): Promise<CohortSummary | null> {
  const cohort = await db.cohort.findFirst({
    where: { id: asked.id, instructors: { some: { learnerId: asked.instructorId } } },
    select: { ...COHORT, _count: { select: { members: true } } },
  })
  if (cohort === null) return null
  const { _count, ...rest } = cohort
  return { ...rest, members: _count.members }
}

/** The cohort that a code lets into; none that is archived. */
export async function findCohortByCode(db: Reader, joinCode: string): Promise<Cohort | null> {
  return db.cohort.findFirst({ where: { joinCode, archivedAt: null }, select: COHORT })
}

/** Changes what is given. Fails with a unique-key error where a join code is taken. */
export async function changeCohort(db: Reader, id: string, change: Partial<Omit<Cohort, 'id'>>): Promise<void> {
  await db.cohort.updateMany({ where: { id }, data: change })
}

/** Deletes a cohort with its list of people; everything that they played is theirs and stays. */
export async function deleteCohort(db: Reader, id: string): Promise<void> {
  await db.cohort.deleteMany({ where: { id } })
}

/** An instructor has an account: it is where the name comes from. */
export type Instructor = { learnerId: string; name: string; email: string }

/** In the order in which they were added. */
export async function listInstructors(db: Reader, cohortId: string): Promise<Array<Instructor>> {
  const rows = await db.cohortInstructor.findMany({
    where: { cohortId },
    select: { learnerId: true, learner: { select: { account: { select: { name: true, email: true } } } } },
    orderBy: [{ addedAt: 'asc' }, { learnerId: 'asc' }],
  })
  return rows.flatMap(({ learnerId, learner: { account } }) => (account ? [{ learnerId, ...account }] : []))
}

/** Adds an instructor; one who is there already stays as they are. */
export async function addInstructor(
  db: Reader,
  added: { cohortId: string; learnerId: string; now: Date },
): Promise<void> {
  const { now, ...key } = added
  await db.cohortInstructor.upsert({
    where: { cohortId_learnerId: key },
    create: { ...key, addedAt: now },
    update: {},
  })
}

/** Takes an instructor away unless nobody would be left; says whether it did. */
export async function removeInstructor(db: Reader, removed: { cohortId: string; learnerId: string }): Promise<boolean> {
  const others = await db.cohortInstructor.count({
    where: { cohortId: removed.cohortId, learnerId: { not: removed.learnerId } },
  })
  if (others === 0) return false
  return (await db.cohortInstructor.deleteMany({ where: removed })).count === 1
}
