import { dayText } from '../components/day-text.ts'
import type { PersonProgress } from '../components/cohort-views.ts'
import type { FirstAttempt } from '../data/cohort-log.server.ts'
import type { Member } from '../data/cohort-members.server.ts'

const DAY_MS = 86_400_000
/** Who has not decided for longer than this, in the middle of a course, stands still. */
const STILL_DAYS = 7
export const STILL_MS = STILL_DAYS * DAY_MS

/** A case of the cohort's course. */
export type CourseCaseTitle = { slug: string; title: string }

type Told = { cases: ReadonlyArray<CourseCaseTitle>; endsOn: string | null; isArchived: boolean; now: Date }

/**
 * Pure. How far each member is in the course: told by cases, never by scenes, and without a word of what they decided. A guest is told
 * by when they joined.
 * @param attempts their first attempts
 */
export function peopleProgress(
  members: ReadonlyArray<Member>,
  attempts: ReadonlyArray<FirstAttempt>,
  told: Told,
): Array<PersonProgress> {
  const byLearner = new Map<string, Array<FirstAttempt>>()
  for (const attempt of attempts) {
    if (!told.cases.some(({ slug }) => slug === attempt.slug)) continue
    byLearner.set(attempt.learnerId, [...(byLearner.get(attempt.learnerId) ?? []), attempt])
  }
  let guests = 0
  return members.map((member) => {
    const name = member.name ?? `Guest ${(guests += 1)}`
    return { ...progressOf(member, byLearner.get(member.learnerId) ?? [], told), name }
  })
}

function progressOf(
  member: Member,
  attempts: ReadonlyArray<FirstAttempt>,
  { cases, endsOn, isArchived, now }: Told,
): Omit<PersonProgress, 'name'> {
  const ended = attempts.filter(({ ending }) => ending !== null).length
  const open = attempts.filter(({ ending }) => ending === null)
  const lastAt = new Date(Math.max(member.joinedAt.getTime(), ...attempts.map(lastOf)))
  const left = cases.length - ended
  const idleMs = now.getTime() - lastAt.getTime()
  return {
    learnerId: member.learnerId,
    email: member.email,
    ended,
    at: whereText(open, ended, cases),
    lastSeen: dayText(lastAt.toISOString().slice(0, 10)),
    still: left > 0 && !isArchived && idleMs > STILL_MS ? `Still for ${Math.floor(idleMs / DAY_MS)} days` : null,
    due: left > 0 && endsOn !== null ? dueText(left, endsOn, now) : null,
    sharesProfile: member.sharesProfile,
  }
}

function lastOf({ startedAt, lastAt }: FirstAttempt): number {
  return (lastAt ?? startedAt).getTime()
}

/** The case that was begun last of those under way. */
function whereText(open: ReadonlyArray<FirstAttempt>, ended: number, cases: ReadonlyArray<CourseCaseTitle>): string {
  const last = open.at(-1)
  const title = cases.find(({ slug }) => slug === last?.slug)?.title
  if (title !== undefined) return `In ${title}`
  if (ended >= cases.length && ended > 0) return 'Has played every case'
  return ended === 0 ? 'Has not begun' : 'Between cases'
}

function dueText(left: number, endsOn: string, now: Date): string {
  const isLate = now.toISOString().slice(0, 10) > endsOn
  const what = left === 1 ? '1 case' : `${left} cases`
  return isLate
    ? `${what} ${left === 1 ? 'was' : 'were'} due on ${dayText(endsOn)}`
    : `${what} due by ${dayText(endsOn)}`
}
