import type { Database } from '../data/database.server.ts'
import { findReminderAddress, saveReminderAddress } from '../data/reminder-addresses.server.ts'
import { confirmationMail } from './compose.ts'
import type { MailRoom } from './mail.server.ts'
import { messageId } from './send-due.server.ts'
import type { MailLog } from './send-due.server.ts'

export type Asked = 'asked' | 'confirmed-already' | 'not-sent' | 'too-often' | 'no-mail'

/** How often somebody is asked. `take` counts and gives null, or for how many seconds nobody is asked; `giveBack` counts one less. */
type Limits = {
  take: (tried: ReadonlyArray<readonly [Rule, string]>) => Promise<number | null>
  giveBack: (rule: Rule, whom: string) => Promise<void>
}

type Rule = 'confirm-learner' | 'confirm-address'

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
  if (!(await mayAsk({ learnerId, email }, limits))) return 'too-often'
  if (kept?.email !== email) await db.write((tx) => saveReminderAddress(tx, learnerId, email))
  const link = links.confirm({ learnerId, email }, now)
  const refusal = await post.send(confirmationMail({ to: email, link, messageId: messageId([link], post) }))
  if (refusal === null) return 'asked'
  log.warn(refusal, 'confirmation could not be sent')
  return 'not-sent'
}

/** Counts a question for the learner and for the address, or for neither: an address that was asked enough uses up nobody's day. */
async function mayAsk({ learnerId, email }: { learnerId: string; email: string }, limits: Limits): Promise<boolean> {
  if ((await limits.take([['confirm-learner', learnerId]])) !== null) return false
  if ((await limits.take([['confirm-address', email.toLowerCase()]])) === null) return true
  await limits.giveBack('confirm-learner', learnerId)
  return false
}
