import type { Mail } from './compose.ts'

/** Pure. The mail with the one link to a new password. `link` is ours: it holds nothing that anyone typed. */
export function resetMail({ to, link, messageId }: { to: string; link: string; messageId: string }): Mail {
  const before = 'Somebody, probably you, asked Casewright for a new password. Choose it on this page within an hour:'
  const after = 'The link works once. If it was not you, do nothing: your password stays what it is.'
  return {
    to,
    messageId,
    subject: 'Your new password',
    headers: {},
    text: `${before}\n${link}\n\n${after}\n`,
    html: `<!doctype html><html lang="en"><body><p>${before}<br><a href="${link}">${link}</a></p><p>${after}</p></body></html>`,
  }
}
