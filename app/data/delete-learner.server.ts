import { withdrawCertificates } from './certificates.server.ts'
import type { Reader } from './database.server.ts'

/**
 * Deletes a learner and everything of theirs: the one exception to the append-only log. Their certificates keep a row that says when
 * and for which course, and nothing of who; what they wrote for others, a draft of a case, stays without their name. Done twice, the
 * second time does nothing.
 */
export async function deleteLearner(db: Reader, learnerId: string): Promise<void> {
  const account = await db.account.findUnique({ where: { learnerId }, select: { email: true } })
  // An address that was never confirmed may be somebody else's, whose invitations are none of this learner's.
  const reminders = await db.reminderAddress.findFirst({
    where: { learnerId, confirmedAt: { not: null } },
    select: { email: true },
  })
  const emails = [account, reminders].flatMap((found) =>
    found === null ? [] : [found.email, found.email.toLowerCase()],
  )
  await withdrawCertificates(db, learnerId)
  await db.draft.updateMany({ where: { savedBy: learnerId }, data: { savedBy: null } })
  await db.blindRating.deleteMany({ where: { raterId: learnerId } })
  await db.invitation.deleteMany({ where: { email: { in: emails } } })
  // Every other row of theirs hangs off this one and goes with it.
  await db.learner.deleteMany({ where: { id: learnerId } })
}
