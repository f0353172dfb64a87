import type { Reader } from './database.server.ts'

/** What is selected of a logged decision. */
export const LOGGED = {
  seq: true,
  scene: true,
  node: true,
  choice: true,
  worst: true,
  confidence: true,
  reason: true,
  acceptedAt: true,
  timedOut: true,
} as const

export type LoggedDecision = {
  seq: number
  scene: string
  node: string
  choice: string
  worst: string | null
  confidence: string | null
  reason: string | null
  acceptedAt: Date
  timedOut: boolean
}

export type StoredAttempt = {
  id: string
  slug: string
  hash: string
  startedAt: Date
  limits: boolean
  openSeq: number | null
  openedAt: Date | null
  decisions: Array<LoggedDecision>
}

/** An attempt with its log in order; null where there is none or where it belongs to someone else. */
export async function findAttempt(db: Reader, id: string, learnerId: string): Promise<StoredAttempt | null> {
  const attempt = await db.attempt.findFirst({
    where: { id, learnerId },
    select: {
      id: true,
      slug: true,
      hash: true,
      startedAt: true,
      limits: true,
      openSeq: true,
      openedAt: true,
      decisions: { select: LOGGED, orderBy: { seq: 'asc' } },
    },
  })
  return attempt
}

export async function createAttempt(
  db: Reader,
  attempt: { id: string; learnerId: string; slug: string; hash: string; limits: boolean; now: Date },
): Promise<void> {
  const { now, ...rest } = attempt
  await db.attempt.create({ data: { ...rest, startedAt: now } })
}

/** Starts the reading clock of a scene. Asking for the same scene again leaves the clock alone. */
export async function openScene(db: Reader, attempt: string, seq: number, now: Date): Promise<void> {
  await db.attempt.updateMany({
    where: { id: attempt, OR: [{ openSeq: null }, { openSeq: { not: seq } }] },
    data: { openSeq: seq, openedAt: now },
  })
}

export type AttemptSummary = {
  id: string
  slug: string
  hash: string
  startedAt: Date
  ending: string | null
  decided: number
  lastAt: Date
}

/** All attempts of a learner, the newest first. */
export async function listAttempts(db: Reader, learnerId: string): Promise<Array<AttemptSummary>> {
  const attempts = await db.attempt.findMany({
    where: { learnerId },
    select: {
      id: true,
      slug: true,
      hash: true,
      startedAt: true,
      ending: true,
      _count: { select: { decisions: true } },
      decisions: { select: { acceptedAt: true }, orderBy: { seq: 'desc' }, take: 1 },
    },
    orderBy: { startedAt: 'desc' },
  })
  return attempts.map(({ _count, decisions, ...attempt }) => ({
    ...attempt,
    decided: _count.decisions,
    lastAt: decisions[0]?.acceptedAt ?? attempt.startedAt,
  }))
}

/** The newest attempt at a case that has not come to an ending. */
export async function findUnderWay(db: Reader, learnerId: string, slug: string): Promise<string | null> {
  const attempt = await db.attempt.findFirst({
    where: { learnerId, slug, ending: null },
    select: { id: true },
    orderBy: { startedAt: 'desc' },
  })
  return attempt?.id ?? null
}

/** Whether the learner began another attempt of the case before this one. */
export async function hasEarlier(
  db: Reader,
  { id, learnerId, slug, startedAt }: Pick<StoredAttempt, 'id' | 'slug' | 'startedAt'> & { learnerId: string },
): Promise<boolean> {
  const earlier = await db.attempt.findFirst({
    where: { learnerId, slug, id: { not: id }, startedAt: { lt: startedAt } },
    select: { id: true },
  })
  return earlier !== null
}
