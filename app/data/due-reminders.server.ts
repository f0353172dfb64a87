import { dayOf, daysAfter } from './commitment-days.ts'
import type { Reader } from './database.server.ts'

/** A reminder that came to nothing is given up this many days after its day; the commitment stands at home all the same. */
const LATEST_DAYS = 3

/** What one mail needs to be written. */
export type DueReminder = {
  attemptId: string
  learnerId: string
  email: string
  when: string
  will: string
  dueOn: string
}

/** Whose day is reached, who has not been reminded and wants to be. */
function whereDue(now: Date) {
  return {
    dueOn: { gte: daysAfter(now, -LATEST_DAYS), lte: dayOf(now) },
    result: null,
    remindedAt: null,
    learner: { reminders: { is: { confirmedAt: { not: null }, isOff: false } } },
  }
}

/** The commitments that a reminder is due for, the oldest first. */
export async function listDueReminders(db: Reader, now: Date): Promise<Array<string>> {
  const due = await db.commitment.findMany({
    where: whereDue(now),
    select: { attemptId: true },
    orderBy: [{ dueOn: 'asc' }, { attemptId: 'asc' }],
  })
  return due.map(({ attemptId }) => attemptId)
}

/**
 * Takes a reminder to send it: from then on no other process does. Null where it is no longer due, or taken. Its first statement
 * writes, so that of two processes the second waits and then finds it taken.
 */
export async function claimReminder(transaction: Reader, attemptId: string, now: Date): Promise<DueReminder | null> {
  const { count } = await transaction.commitment.updateMany({
    where: { attemptId, ...whereDue(now) },
    data: { remindedAt: now },
  })
  if (count === 0) return null
  const claimed = await transaction.commitment.findUnique({
    where: { attemptId },
    select: {
      attemptId: true,
      learnerId: true,
      when: true,
      will: true,
      dueOn: true,
      learner: { select: { reminders: { select: { email: true } } } },
    },
  })
  const email = claimed?.learner.reminders?.email
  if (!claimed || email === undefined) return null
  const { learner: _, ...due } = claimed
  return { ...due, email }
}

/** Gives back a reminder that was refused, unless its commitment was moved in the meantime. */
export async function releaseReminder(transaction: Reader, attemptId: string, claimedAt: Date): Promise<void> {
  await transaction.commitment.updateMany({ where: { attemptId, remindedAt: claimedAt }, data: { remindedAt: null } })
}
