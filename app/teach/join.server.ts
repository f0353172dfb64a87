import type { JoinView, MemberView } from '../components/cohort-views.ts'
import { findAccount } from '../data/accounts.server.ts'
import {
  addMember,
  findMembership,
  listMemberships,
  removeMember,
  shareProfile,
} from '../data/cohort-members.server.ts'
import { findCohortByCode, listInstructors } from '../data/cohorts.server.ts'
import type { Cohort } from '../data/cohorts.server.ts'
import type { RequestContext, Services } from '../http/context.ts'
import { waitText } from '../account/wait-text.ts'
import { courseTitle } from './cohort-head.server.ts'
import { dayRange } from './day-range.ts'
import { readJoinCode } from './join-code.ts'

const UNKNOWN =
  'No cohort has this code now. Check each letter with whoever gave it to you; they may also have made a new one.'

type Tried = { cohort: Cohort } | { problem: string; status: 404 | 429 }

/**
 * The cohort that a code lets into. Each code that lets nobody in counts as a try from that network, so that none is found by trying;
 * one that does costs nothing, since a class joins from one network within a minute.
 */
export async function tryCode(typed: string, { db, limits, network }: RequestContext): Promise<Tried> {
  const wait = await limits.take([['join-network', network]])
  if (wait !== null) return { problem: waitText(wait), status: 429 }
  const code = readJoinCode(typed)
  const cohort = code === null ? null : await findCohortByCode(db.read, code)
  if (cohort === null) return { problem: UNKNOWN, status: 404 }
  await limits.giveBack('join-network', network)
  return { cohort }
}

/** What is read before joining: nothing of anyone in the cohort but who teaches it. */
export async function showJoin(
  learnerId: string | null,
  { typed, tried }: { typed: string; tried: Tried | null },
  services: Services,
): Promise<JoinView> {
  const { db, courses } = services
  const memberships = learnerId === null ? [] : await listMemberships(db.read, learnerId)
  const account = learnerId === null ? null : await findAccount(db, learnerId)
  const mine = memberships.map(async ({ cohortId, cohort }) => ({
    id: cohortId,
    name: cohort.name,
    course: await courseTitle(cohort.course, courses),
    isArchived: cohort.archivedAt !== null,
  }))
  const found = tried !== null && 'cohort' in tried ? tried.cohort : null
  return {
    code: found?.joinCode ?? '',
    typed: typed.slice(0, 60),
    problem: tried !== null && 'problem' in tried ? tried.problem : null,
    cohort: found && {
      name: found.name,
      course: await courseTitle(found.course, courses),
      days: dayRange(found),
      instructors: (await listInstructors(db.read, found.id)).map(({ name }) => name),
      joined: memberships.find(({ cohortId }) => cohortId === found.id)?.cohortId ?? null,
    },
    mine: await Promise.all(mine),
    as: account?.name ?? null,
  }
}

/** Lets a learner in; doing it twice is as doing it once. */
export async function joinCohort(
  joining: { cohortId: string; learnerId: string; sharesProfile: boolean },
  { db, clock }: Pick<Services, 'db' | 'clock'>,
): Promise<void> {
  await db.write((tx) => addMember(tx, { ...joining, now: clock.now() }))
}

/** A cohort as one of its learners sees it; null for anyone else. */
export async function showMembership(
  cohortId: string,
  learnerId: string,
  services: Services,
): Promise<Omit<MemberView, 'notice'> | null> {
  const { db, courses } = services
  const membership = await findMembership(db.read, cohortId, learnerId)
  if (membership === null) return null
  const { cohort, sharesProfile } = membership
  return {
    id: cohortId,
    name: cohort.name,
    course: { title: await courseTitle(cohort.course, courses), to: `/courses/${cohort.course}` },
    days: dayRange(cohort),
    isArchived: cohort.archivedAt !== null,
    instructors: (await listInstructors(db.read, cohortId)).map(({ name }) => name),
    sharesProfile,
  }
}

/** Whether the instructors may read the learner's profile from now on. */
export async function changeSharing(
  sharing: { cohortId: string; learnerId: string; sharesProfile: boolean },
  { db }: Services,
): Promise<void> {
  await db.write((tx) => shareProfile(tx, sharing))
}

export async function leaveCohort(cohortId: string, learnerId: string, { db }: Services): Promise<void> {
  await db.write((tx) => removeMember(tx, cohortId, learnerId))
}
