import type { Reader } from './database.server.ts'

/** Where a learner wants to be reminded. Nothing but the question whether it is theirs is sent before `confirmedAt`. */
export type ReminderAddress = { email: string; confirmedAt: Date | null; isOff: boolean }

export async function findReminderAddress(db: Reader, learnerId: string): Promise<ReminderAddress | null> {
  return db.reminderAddress.findUnique({
    where: { learnerId },
    select: { email: true, confirmedAt: true, isOff: true },
  })
}

/** Keeps a learner's one address, not yet confirmed; it replaces the one before. */
export async function saveReminderAddress(db: Reader, learnerId: string, email: string): Promise<void> {
  const address = { email, confirmedAt: null, isOff: false }
  await db.reminderAddress.upsert({ where: { learnerId }, create: { learnerId, ...address }, update: address })
}

/** Notes that the address is the learner's. Only where it still is that address; says whether it was. */
export async function confirmReminderAddress(
  db: Reader,
  { learnerId, email, now }: { learnerId: string; email: string; now: Date },
): Promise<boolean> {
  const { count } = await db.reminderAddress.updateMany({ where: { learnerId, email }, data: { confirmedAt: now } })
  return count === 1
}

export async function switchReminders(db: Reader, learnerId: string, isOff: boolean): Promise<void> {
  await db.reminderAddress.updateMany({ where: { learnerId }, data: { isOff } })
}

export async function removeReminderAddress(db: Reader, learnerId: string): Promise<void> {
  await db.reminderAddress.deleteMany({ where: { learnerId } })
}
