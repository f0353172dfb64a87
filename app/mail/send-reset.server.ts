import type { Post } from './post.server.ts'
import { resetMail } from './reset-mail.ts'
import { messageId } from './send-due.server.ts'
import type { MailLog } from './send-due.server.ts'

/** Sends a link to a new password; says whether the mail server took it. */
export async function sendReset(
  { to, link }: { to: string; link: string },
  { post, log }: { post: Post; log: MailLog },
): Promise<boolean> {
  const refusal = await post.send(resetMail({ to, link, messageId: messageId([link], post) }))
  if (refusal !== null) log.warn(refusal, 'link to a new password could not be sent')
  return refusal === null
}
