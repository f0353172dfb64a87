import { createHash } from 'node:crypto'
import type { Database } from '../data/database.server.ts'
import { claimReminder, listDueReminders, releaseReminder } from '../data/due-reminders.server.ts'
import type { DueReminder } from '../data/due-reminders.server.ts'
import { reminderMail } from './compose.ts'
import type { Mail } from './compose.ts'
import type { Post, Refusal } from './post.server.ts'
import type { Pauses } from './retry.ts'
import type { SignedLinks } from './signed-links.server.ts'

/** What is logged never holds an address or what a learner wrote. */
export type MailLog = {
  info: (line: object, message: string) => void
  warn: (line: object, message: string) => void
}

export type Sending = {
  db: Database
  now: () => Date
  post: Post
  links: SignedLinks
  pauses: Pauses
  log: MailLog
  isStopping: () => boolean
}

/**
 * Sends what is due, each reminder once: it is claimed on disk before it leaves. A process that dies in between has claimed and not
 * sent; that is borne, since the commitment asks at home all the same, and a second mail would be worse.
 */
export async function sendDue(sending: Sending): Promise<void> {
  const { db, now, pauses, isStopping } = sending
  for (const attemptId of await listDueReminders(db.read, now())) {
    if (isStopping()) return
    if (pauses.isWaiting(attemptId, now())) continue
    // Where nobody answers, the others would fare no better now.
    if ((await remind(attemptId, sending)) === 'unanswered') return
  }
}

async function remind(attemptId: string, sending: Sending): Promise<'done' | 'unanswered'> {
  const { db, now, post, links, pauses, log } = sending
  const claimedAt = now()
  const due = await db.write((tx) => claimReminder(tx, attemptId, claimedAt))
  if (due === null) return 'done'
  const refusal = await post.send(mailOf(due, links, post))
  if (refusal === null || refusal.mayHaveGone) {
    pauses.forget(attemptId)
    if (refusal === null) log.info({ attempt: attemptId }, 'reminder sent')
    else log.warn({ attempt: attemptId, ...refusal }, 'reminder may have been sent, so it is not sent again')
    return 'done'
  }
  await db.write((tx) => releaseReminder(tx, attemptId, claimedAt))
  pauses.refuse(attemptId, now())
  log.warn({ attempt: attemptId, ...refusal }, 'reminder refused, tried again later')
  return isAboutOne(refusal) ? 'done' : 'unanswered'
}

/** Whether the server answered and refused this one mail. */
function isAboutOne({ code, responseCode }: Refusal): boolean {
  return responseCode !== null && (code === 'EENVELOPE' || code === 'EMESSAGE')
}

function mailOf(due: DueReminder, links: SignedLinks, post: Post): Mail {
  const { attemptId, email, when, will, dueOn } = due
  return reminderMail({
    to: email,
    when,
    will,
    home: links.home(),
    off: links.off(due),
    messageId: messageId([attemptId, dueOn], post),
  })
}

/** The same for the same mail. */
export function messageId(parts: ReadonlyArray<string>, { domain }: Post): string {
  return `<${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}@${domain}>`
}
