import { written } from './compose.ts'
import type { Mail } from './compose.ts'

/** Pure. Asks somebody, in an instructor's name, to join a cohort. */
export function invitationMail(asked: {
  to: string
  name: string
  cohort: string
  link: string
  messageId: string
}): Mail {
  const { to, name, cohort, link, messageId } = asked
  return {
    to,
    messageId,
    subject: 'An invitation to a cohort',
    headers: {},
    ...written([
      name === '' ? 'Hello,' : `Hello ${name},`,
      { label: 'an instructor on Casewright invites you to the cohort', own: cohort },
      { text: 'Read what it is and what your instructors would see, and join, on this page:', link },
      'If you do nothing, nothing happens, and no other mail about it is sent.',
    ]),
  }
}
