import { createPost } from './post.server.ts'
import type { Post } from './post.server.ts'
import { createSignedLinks } from './signed-links.server.ts'
import type { SignedLinks } from './signed-links.server.ts'

/** `post` is null where no SMTP server is set: reminders are then shown at home only, and links in earlier mails still work. */
export type MailRoom = { post: Post | null; links: SignedLinks }

export function createMailRoom(options: {
  smtp: { url: string; from: string } | null
  secret: string
  /** The address under which people reach this server, known once it listens. */
  site: () => string
}): MailRoom {
  return {
    post: options.smtp && createPost(options.smtp),
    links: createSignedLinks(options),
  }
}
