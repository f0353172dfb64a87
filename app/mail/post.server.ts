import { createTransport } from 'nodemailer'
import type { Mail } from './compose.ts'

/** Without these a silent server would hold a request or a stopping process for minutes. */
const CONNECT_MS = 5_000
const SILENCE_MS = 8_000

/** Why a mail did not go. `mayHaveGone`: the line broke at a point where the server may have taken it. Neither holds an address. */
export type Refusal = { mayHaveGone: boolean; code: string; responseCode: number | null }

export type Post = {
  /** The part of MAIL_FROM after the @, for message ids. */
  domain: string
  /** Hands one mail to the SMTP server; null where it was taken. */
  send: (mail: Mail) => Promise<Refusal | null>
}

/** The way out for mails. `url` as in SMTP_URL, `from` as in MAIL_FROM. */
export function createPost({ url, from }: { url: string; from: string }): Post {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    domain: /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost',
    send: async ({ to, ...mail }) => {
      try {
        // As an object the address is taken as it is, never read as a list of several.
        await transport.sendMail({ ...mail, from, to: { name: '', address: to } })
        return null
      } catch (error) {
        return refusalOf(error)
      }
    },
  }
}

/** Failures after which the server can't have taken the mail, by nodemailer's codes. */
const BEFORE_SENDING = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EENVELOPE', 'EPROXY', 'ECONFIG'])

function refusalOf(error: unknown): Refusal {
  const code = textOf(error, 'code') ?? 'UNKNOWN'
  const responseCode = numberOf(error, 'responseCode')
  const neverConnected =
    textOf(error, 'syscall') === 'connect' ||
    ['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT'].includes(textOf(error, 'timeoutType') ?? '')
  const mayHaveGone = responseCode === null && !neverConnected && !BEFORE_SENDING.has(code)
  return { mayHaveGone, code, responseCode }
}

function textOf(error: unknown, name: string): string | null {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : null
  return typeof value === 'string' ? value : null
}

function numberOf(error: unknown, name: string): number | null {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : null
  return typeof value === 'number' ? value : null
}
