/** What is known of a learner's first attempt at a case: times in milliseconds since the epoch. */
export type AttemptState = {
  slug: string
  startedMs: number
  /** Of the last decision; null before the first. */
  lastMs: number | null
  hasEnded: boolean
}

/** One member of a cohort with their first attempt at each case. */
export type Member = { id: string; joinedMs: number; attempts: ReadonlyArray<AttemptState> }

export type CaseProgress = {
  slug: string
  started: number
  ended: number
  /** Under way, without a decision for more than seven days. */
  still: number
}

export type Stuck = {
  id: string
  /** The case in which they stopped; null where they have not begun the next one. */
  slug: string | null
  /** Whole days since they last did anything in the course, at least 7. */
  idleDays: number
}

export type Due = {
  slug: string
  /** YYYY-MM-DD. */
  dueOn: string
  isOverdue: boolean
  /** Ids of the members who have not ended it. */
  waitingFor: Array<string>
}

const DAY_MS = 86_400_000
/** Who has done nothing for longer is stuck, and what comes up within it is due. */
const WEEK_DAYS = 7

/** Pure. How far a cohort is with each case of its course: progress is told a case, not a scene. */
export function progressOf(
  slugs: ReadonlyArray<string>,
  members: ReadonlyArray<Member>,
  nowMs: number,
): Array<CaseProgress> {
  return slugs.map((slug) => {
    const attempts = members.flatMap((member) => attemptAt(slug, member) ?? [])
    const open = attempts.filter(({ hasEnded }) => !hasEnded)
    return {
      slug,
      started: attempts.length,
      ended: attempts.length - open.length,
      still: open.filter((attempt) => nowMs - lastOf(attempt) > WEEK_DAYS * DAY_MS).length,
    }
  })
}

/**
 * Pure. The members who have cases left and have done nothing in the course for more than seven days, the longest idle first. Who
 * never began is idle since joining, or since the cohort began if that was later.
 * @param startsMs null: the cohort has no beginning
 */
export function stuckIn(
  slugs: ReadonlyArray<string>,
  members: ReadonlyArray<Member>,
  { startsMs, nowMs }: { startsMs: number | null; nowMs: number },
): Array<Stuck> {
  return members
    .flatMap((member): Array<Stuck> => {
      const attempts = slugs.flatMap((slug) => attemptAt(slug, member) ?? [])
      if (attempts.filter(({ hasEnded }) => hasEnded).length === slugs.length) return []
      const since = Math.max(member.joinedMs, startsMs ?? -Infinity, ...attempts.map(lastOf))
      if (nowMs - since <= WEEK_DAYS * DAY_MS) return []
      const [open] = attempts.filter(({ hasEnded }) => !hasEnded).sort((a, b) => lastOf(b) - lastOf(a))
      return [{ id: member.id, slug: open?.slug ?? null, idleDays: Math.floor((nowMs - since) / DAY_MS) }]
    })
    .sort((a, b) => b.idleDays - a.idleDays || (a.id < b.id ? -1 : 1))
}

/**
 * Pure. The cases that are overdue or come up within seven days and that somebody has not ended. The time between the first day
 * and the last is shared evenly by the cases, in their order; without a first day all are due on the last; without a last, none.
 * @param startsOn YYYY-MM-DD, as are all days
 */
export function dueIn(
  slugs: ReadonlyArray<string>,
  members: ReadonlyArray<Member>,
  { startsOn, endsOn, today }: { startsOn: string | null; endsOn: string | null; today: string },
): Array<Due> {
  if (endsOn === null) return []
  const last = dayNumber(endsOn)
  const first = startsOn === null ? last : Math.min(dayNumber(startsOn), last)
  return slugs.flatMap((slug, place) => {
    const due = Math.round(first + ((last - first) * (place + 1)) / slugs.length)
    const waitingFor = members.filter((member) => !attemptAt(slug, member)?.hasEnded).map(({ id }) => id)
    if (due > dayNumber(today) + WEEK_DAYS || waitingFor.length === 0) return []
    return [{ slug, dueOn: dayText(due), isOverdue: due < dayNumber(today), waitingFor }]
  })
}

function attemptAt(slug: string, { attempts }: Member): AttemptState | undefined {
  return attempts.find((attempt) => attempt.slug === slug)
}

function lastOf({ startedMs, lastMs }: AttemptState): number {
  return lastMs ?? startedMs
}

function dayNumber(day: string): number {
  const days = Date.parse(`${day}T00:00:00Z`) / DAY_MS
  if (!Number.isFinite(days)) throw new RangeError(`Expected a day as YYYY-MM-DD, found "${day}"`)
  return days
}

function dayText(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10)
}
