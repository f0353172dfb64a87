/** A mail to one address, as plain text and as simple HTML that says the same. */
export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  /** The same for the same mail, so that a mailbox that gets it twice can tell. */
  messageId: string
  headers: Record<string, string>
}

/** Pure. The one question that is sent to an address before it is confirmed. */
export function confirmationMail(asked: { to: string; link: string; messageId: string }): Mail {
  const { to, link, messageId } = asked
  return {
    to,
    messageId,
    subject: 'Is this your address?',
    headers: {},
    ...written([
      'Somebody, probably you, asked Casewright to send reminders of their own plans to this address.',
      { text: 'If it was you, say so on this page within three days:', link },
      'If it was not, do nothing. Nothing else will be sent.',
    ]),
  }
}

type Reminded = { to: string; when: string; will: string; home: string; off: string; messageId: string }

/** Pure. What a learner meant to do, in their own words, on the day on which they wanted to look back. */
export function reminderMail({ to, when, will, home, off, messageId }: Reminded): Mail {
  return {
    to,
    messageId,
    subject: 'The day to look back on your plan',
    headers: {
      // RFC 8058: the mail program's own button posts this to the address, without a page.
      'List-Unsubscribe': `<${off}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    ...written([
      'You made a plan and wanted to look back on it by now.',
      { label: 'When', own: when },
      { label: 'I will', own: will },
      { text: 'What became of it? It takes a minute to say, in the browser you made it with:', link: home },
      { text: 'To stop these reminders:', link: off },
    ]),
  }
}

type Part = string | { text: string; link: string } | { label: string; own: string }

/** Pure. The same words as text and as HTML. */
export function written(parts: ReadonlyArray<Part>): Pick<Mail, 'text' | 'html'> {
  return {
    text: `${parts.map(asText).join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><body>${parts.map(asHtml).join('')}</body></html>`,
  }
}

function asText(part: Part): string {
  if (typeof part === 'string') return part
  return 'link' in part ? `${part.text}\n${part.link}` : `${part.label}: ${part.own}`
}

function asHtml(part: Part): string {
  if (typeof part === 'string') return `<p>${escape(part)}</p>`
  if ('own' in part) return `<p><b>${escape(part.label)}:</b> ${escape(part.own).replaceAll('\n', '<br>')}</p>`
  return `<p>${escape(part.text)}<br><a href="${escape(part.link)}">${escape(part.link)}</a></p>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
