import { z } from 'zod'
import type { Asker, Reader } from './database.server.ts'
import { dateColumn, flagColumn } from './statements.server.ts'

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

const loggedRow = z.object({
  seq: z.number(),
  scene: z.string(),
  node: z.string(),
  choice: z.string(),
  worst: z.string().nullable(),
  confidence: z.string().nullable(),
  reason: z.string().nullable(),
  acceptedAt: dateColumn,
  timedOut: flagColumn,
})

const attemptRow = z.object({
  id: z.string(),
  slug: z.string(),
  hash: z.string(),
  startedAt: dateColumn,
  limits: flagColumn,
  openSeq: z.number().nullable(),
  openedAt: dateColumn.nullable(),
})

export type LoggedDecision = z.infer<typeof loggedRow>

export type StoredAttempt = z.infer<typeof attemptRow> & { decisions: Array<LoggedDecision> }

const FIND_ATTEMPT = `SELECT "id", "slug", "hash", "startedAt", "limits", "openSeq", "openedAt"
  FROM "Attempt" WHERE "id" = $1 AND "learnerId" = $2`

const LIST_LOGGED = `SELECT "seq", "scene", "node", "choice", "worst", "confidence", "reason", "acceptedAt", "timedOut"
  FROM "Decision" WHERE "attemptId" = $1 ORDER BY "seq"`

/** An attempt with its log in order; null where there is none or where it belongs to someone else. */
export async function findAttempt(db: Asker, id: string, learnerId: string): Promise<StoredAttempt | null> {
  const [attempt] = await db.ask(attemptRow, { sql: FIND_ATTEMPT, values: [id, learnerId] })
  return attempt ? { ...attempt, decisions: await db.ask(loggedRow, { sql: LIST_LOGGED, values: [id] }) } : null
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
