import type { Reader } from './database.server.ts'

/** A learner of a cohort. A guest has neither name nor address. */
export type Member = {
  learnerId: string
  name: string | null
  email: string | null
  joinedAt: Date
  sharesProfile: boolean
}

/** In the order in which they joined. */
export async function listMembers(db: Reader, cohortId: string): Promise<Array<Member>> {
  const rows = await db.cohortMember.findMany({
    where: { cohortId },
    select: {
      learnerId: true,
      joinedAt: true,
      sharesProfile: true,
      learner: { select: { account: { select: { name: true, email: true } } } },
    },
    orderBy: [{ joinedAt: 'asc' }, { learnerId: 'asc' }],
  })
  return rows.map(({ learner: { account }, ...member }) => ({
    ...member,
    name: account?.name ?? null,
    email: account?.email ?? null,
  }))
}

/**
 * Lets a learner in; one who is in already stays as they are. An invitation to their address is used up.
 */
export async function addMember(
  db: Reader,
  added: { cohortId: string; learnerId: string; sharesProfile: boolean; now: Date },
): Promise<void> {
  const { cohortId, learnerId, sharesProfile, now } = added
  await db.cohortMember.upsert({
    where: { cohortId_learnerId: { cohortId, learnerId } },
    create: { cohortId, learnerId, sharesProfile, joinedAt: now },
    update: {},
  })
  const account = await db.account.findUnique({ where: { learnerId }, select: { email: true } })
  if (account) await db.invitation.deleteMany({ where: { cohortId, email: account.email } })
}

/** Says whether the learner was in it. */
export async function removeMember(db: Reader, cohortId: string, learnerId: string): Promise<boolean> {
  return (await db.cohortMember.deleteMany({ where: { cohortId, learnerId } })).count === 1
}

export async function shareProfile(
  db: Reader,
  { cohortId, learnerId, sharesProfile }: { cohortId: string; learnerId: string; sharesProfile: boolean },
): Promise<void> {
  await db.cohortMember.updateMany({ where: { cohortId, learnerId }, data: { sharesProfile } })
}

/** A cohort as one of its learners knows it: nothing of the others in it. */
export type Membership = {
  cohortId: string
  joinedAt: Date
  sharesProfile: boolean
  cohort: {
    name: string
    course: string
    startsOn: string | null
    endsOn: string | null
    showsReasons: boolean
    archivedAt: Date | null
  }
}

const MEMBERSHIP = {
  cohortId: true,
  joinedAt: true,
  sharesProfile: true,
  cohort: {
    select: { name: true, course: true, startsOn: true, endsOn: true, showsReasons: true, archivedAt: true },
  },
} as const

/** The cohorts that a learner is in, the one joined last first. */
export async function listMemberships(db: Reader, learnerId: string): Promise<Array<Membership>> {
  return db.cohortMember.findMany({
    where: { learnerId },
    select: MEMBERSHIP,
    orderBy: [{ joinedAt: 'desc' }, { cohortId: 'asc' }],
  })
}

/** Null where the learner is not in the cohort, or there is none. */
export async function findMembership(db: Reader, cohortId: string, learnerId: string): Promise<Membership | null> {
  return db.cohortMember.findUnique({
    where: { cohortId_learnerId: { cohortId, learnerId } },
    select: MEMBERSHIP,
  })
}
