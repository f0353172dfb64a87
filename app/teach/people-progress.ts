import { dueIn, stuckIn } from '../../machines/cohort/progress.ts'
import type { Due, Member as CountedMember } from '../../machines/cohort/progress.ts'
import type { DueCase, PersonProgress } from '../components/cohort-views.ts'
import { dayText } from '../components/day-text.ts'
import type { FirstAttempt } from '../data/cohort-log.server.ts'
import type { Member } from '../data/cohort-members.server.ts'
import type { Cohort } from '../data/cohorts.server.ts'
import type { CourseCaseTitle } from './course-cases.server.ts'

type Told = {
  cases: ReadonlyArray<CourseCaseTitle>
  cohort: Pick<Cohort, 'startsOn' | 'endsOn' | 'archivedAt'>
  now: Date
}

/**
 * Pure. How far each member is in the course, and which cases are due: told by cases, never by scenes, and without a word of what
 * they decided. A guest is told by when they joined. In the archive nobody stands still and nothing is due.
 * @param attempts their first attempts
 */
export function peopleProgress(
  members: ReadonlyArray<Member>,
  attempts: ReadonlyArray<FirstAttempt>,
  { cases, cohort, now }: Told,
): { people: Array<PersonProgress>; due: Array<DueCase> } {
  const slugs = cases.map(({ slug }) => slug)
  const byLearner = attemptsByLearner(attempts, slugs)
  const counted = members.map((member) => countedMember(member, byLearner.get(member.learnerId) ?? []))
  const { startsOn, endsOn, archivedAt } = cohort
  const asked = archivedAt === null ? counted : []
  const startsMs = startsOn === null ? null : Date.parse(startsOn)
  const idle = new Map(stuckIn(slugs, asked, { startsMs, nowMs: now.getTime() }).map((one) => [one.id, one.idleDays]))
  const due = dueIn(slugs, asked, { startsOn, endsOn, today: now.toISOString().slice(0, 10) })
  let guests = 0
  const people = members.map((member): PersonProgress => {
    const own = byLearner.get(member.learnerId) ?? []
    const ended = own.filter(({ ending }) => ending !== null).length
    const days = idle.get(member.learnerId)
    const lastAt = Math.max(member.joinedAt.getTime(), ...own.map(lastOf))
    return {
      learnerId: member.learnerId,
      name: member.name ?? `Guest ${(guests += 1)}`,
      email: member.email,
      ended,
      at: whereText(own, ended, cases),
      lastSeen: dayText(new Date(lastAt).toISOString().slice(0, 10)),
      still: days === undefined ? null : `Still for ${days} days`,
      due: dueText(due.filter(({ waitingFor }) => waitingFor.includes(member.learnerId))),
      sharesProfile: member.sharesProfile,
    }
  })
  return { people: people.sort(byNeed), due: due.map((one) => dueCase(one, cases)) }
}

/** Who stands still comes first, then by name. */
function byNeed(one: PersonProgress, other: PersonProgress): number {
  return (
    Number(one.still === null) - Number(other.still === null) ||
    one.name.localeCompare(other.name, 'en', { numeric: true })
  )
}

function attemptsByLearner(
  attempts: ReadonlyArray<FirstAttempt>,
  slugs: ReadonlyArray<string>,
): Map<string, Array<FirstAttempt>> {
  const byLearner = new Map<string, Array<FirstAttempt>>()
  for (const attempt of attempts) {
    if (!slugs.includes(attempt.slug)) continue
    const own = byLearner.get(attempt.learnerId)
    if (own) own.push(attempt)
    else byLearner.set(attempt.learnerId, [attempt])
  }
  return byLearner
}

function countedMember({ learnerId, joinedAt }: Member, attempts: ReadonlyArray<FirstAttempt>): CountedMember {
  return {
    id: learnerId,
    joinedMs: joinedAt.getTime(),
    attempts: attempts.map(({ slug, startedAt, lastAt, ending }) => ({
      slug,
      startedMs: startedAt.getTime(),
      lastMs: lastAt === null ? null : lastAt.getTime(),
      hasEnded: ending !== null,
    })),
  }
}

function lastOf({ startedAt, lastAt }: FirstAttempt): number {
  return (lastAt ?? startedAt).getTime()
}

/** The case that was begun last of those under way. */
function whereText(own: ReadonlyArray<FirstAttempt>, ended: number, cases: ReadonlyArray<CourseCaseTitle>): string {
  const last = own.findLast(({ ending }) => ending === null)
  const title = cases.find(({ slug }) => slug === last?.slug)?.title
  if (title !== undefined) return `In ${title}`
  if (ended >= cases.length && ended > 0) return 'Has played every case'
  return ended === 0 ? 'Has not begun' : 'Between cases'
}

/** Of what is due of one learner: how much of it is late, and the day of the next. */
function dueText(due: ReadonlyArray<Due>): string | null {
  const [next] = due.filter(({ isOverdue }) => !isOverdue)
  const late = due.filter(({ isOverdue }) => isOverdue).length
  const parts = [
    ...(late === 0 ? [] : [late === 1 ? '1 case is late' : `${late} cases are late`]),
    ...(next ? [`1 case is due by ${dayText(next.dueOn)}`] : []),
  ]
  return parts.length === 0 ? null : parts.join('; ')
}

function dueCase({ slug, dueOn, isOverdue, waitingFor }: Due, cases: ReadonlyArray<CourseCaseTitle>): DueCase {
  return {
    slug,
    title: cases.find((one) => one.slug === slug)?.title ?? slug,
    day: `${isOverdue ? 'was due on' : 'due by'} ${dayText(dueOn)}`,
    waitingFor: waitingFor.length,
  }
}
