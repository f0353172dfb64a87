import type { Database } from '../data/database.server.ts'
import { findReminderAddress, saveReminderAddress } from '../data/reminder-addresses.server.ts'
import { confirmationMail } from './compose.ts'
import type { MailRoom } from './mail.server.ts'
import { messageId } from './send-due.server.ts'
import type { MailLog } from './send-due.server.ts'

export type Asked = 'asked' | 'confirmed-already' | 'not-sent' | 'too-often' | 'no-mail'

/** Counts a question to an address, and says whether it may be sent: null, or for how many seconds none is. */
type Limits = {
  take: (tried: ReadonlyArray<readonly ['confirm-learner' | 'confirm-address', string]>) => Promise<number | null>
}

type Asking = { db: Database; limits: Limits; mail: MailRoom; now: Date; log: MailLog }

/**
 * Keeps where a learner wants to be reminded and asks that address whether it is theirs. The address that is confirmed already is not
 * asked again. `too-often` keeps nothing; `not-sent` keeps the address.
 */
export async function askAddress(
  { learnerId, email }: { learnerId: string; email: string },
  { db, limits, mail, now, log }: Asking,
): Promise<Asked> {
  const { post, links } = mail
  if (post === null) return 'no-mail'
  const kept = await findReminderAddress(db.read, learnerId)
  if (kept?.email === email && kept.confirmedAt !== null) return 'confirmed-already'
  const tried = [
    ['confirm-learner', learnerId],
    ['confirm-address', email.toLowerCase()],
  ] as const
  if ((await limits.take(tried)) !== null) return 'too-often'
  if (kept?.email !== email) await db.write((tx) => saveReminderAddress(tx, learnerId, email))
  const link = links.confirm({ learnerId, email }, now)
  const refusal = await post.send(confirmationMail({ to: email, link, messageId: messageId([link], post) }))
  if (refusal === null) return 'asked'
  log.warn(refusal, 'confirmation could not be sent')
  return 'not-sent'
}
