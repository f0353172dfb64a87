import { claimInvitation, listUnsentInvitations, releaseInvitation } from '../data/invitations.server.ts'
import type { UnsentInvitation } from '../data/invitations.server.ts'
import { invitationMail } from './invitation-mail.ts'
import { messageId } from './send-due.server.ts'
import type { Sending } from './send-due.server.ts'

/** So many in a round; the others wait for the next. */
const MOST_A_ROUND = 200

/** Sends invitations that no mail went out for, each once: as with reminders, it is claimed on disk before it leaves. */
export async function sendInvitations(sending: Sending): Promise<void> {
  const { db, now, pauses, isStopping } = sending
  for (const invitation of await listUnsentInvitations(db.read, MOST_A_ROUND)) {
    if (isStopping()) return
    if (pauses.isWaiting(keyOf(invitation), now())) continue
    if ((await invite(invitation, sending)) === 'unanswered') return
  }
}

async function invite(invitation: UnsentInvitation, sending: Sending): Promise<'done' | 'unanswered'> {
  const { db, now, post, links, pauses, log } = sending
  const { cohortId, email, name, cohort, joinCode } = invitation
  const key = { cohortId, email }
  if (!(await db.write((tx) => claimInvitation(tx, key, now())))) return 'done'
  const link = links.join(joinCode)
  const refusal = await post.send(
    invitationMail({ to: email, name, cohort, link, messageId: messageId([cohortId, email], post) }),
  )
  if (refusal === null || refusal.mayHaveGone) {
    pauses.forget(keyOf(invitation))
    log.info({ cohort: cohortId }, refusal === null ? 'invitation sent' : 'invitation may have been sent')
    return 'done'
  }
  await db.write((tx) => releaseInvitation(tx, key))
  pauses.refuse(keyOf(invitation), now())
  log.warn({ cohort: cohortId, ...refusal }, 'invitation refused, tried again later')
  return refusal.responseCode === null ? 'unanswered' : 'done'
}

function keyOf({ cohortId, email }: UnsentInvitation): string {
  return `${cohortId} ${email}`
}
