import { createHmac, timingSafeEqual } from 'node:crypto'

const DAY_MS = 86_400_000
const CONFIRM_DAYS = 3

/** What a link in a mail allows, without signing in. */
type Purpose = 'confirm' | 'off'

/** Whom a link is about. It holds for this address only: another one makes it stale. */
type Holder = { learnerId: string; email: string }

/** What a token says, before anything of it is believed. `expiresAt` is in ms, or null where it holds for good. */
export type Token = { learnerId: string; expiresAt: number | null; signature: string }

export type SignedLinks = {
  home: () => string
  settings: () => string
  /** Where a cohort is joined; the code is all the secret there is. */
  join: (code: string) => string
  /** Good for three days. */
  confirm: (holder: Holder, now: Date) => string
  /** Good for as long as the address is kept: an old mail may be the one at hand. */
  off: (holder: Holder) => string
  /** Whether a token was made here for this purpose and holder, and still holds. */
  check: (purpose: Purpose, token: Token, holder: Holder, now: Date) => 'good' | 'expired' | 'stale'
}

/** Makes and checks the links of mails. `site` gives the address under which people reach this server. */
export function createSignedLinks({ secret, site }: { secret: string; site: () => string }): SignedLinks {
  // A key of its own, so that nothing else that is signed with the secret can pass for a link.
  const key = createHmac('sha256', secret).update('links in mails').digest()

  function sign(purpose: Purpose, { learnerId, email }: Holder, expiresAt: number | null): string {
    const signed = JSON.stringify([purpose, learnerId, email, expiresAt])
    return createHmac('sha256', key).update(signed).digest('base64url')
  }

  function link(purpose: Purpose, holder: Holder, expiresAt: number | null): string {
    const token = [holder.learnerId, expiresAt ?? 'always', sign(purpose, holder, expiresAt)].join('.')
    return `${site()}/reminders/${purpose}?token=${token}`
  }

  return {
    home: () => `${site()}/home`,
    settings: () => `${site()}/settings`,
    join: (code) => `${site()}/join/${code}`,
    confirm: (holder, now) => link('confirm', holder, now.getTime() + CONFIRM_DAYS * DAY_MS),
    off: (holder) => link('off', holder, null),
    check: (purpose, token, holder, now) => {
      if (!isSame(token.signature, sign(purpose, holder, token.expiresAt))) return 'stale'
      return token.expiresAt !== null && token.expiresAt <= now.getTime() ? 'expired' : 'good'
    },
  }
}

/** The parts of a token; null for what no link of ours holds. */
export function readToken(text: string | null): Token | null {
  const parts = /^([0-9a-f-]{36})\.(always|\d{1,15})\.([\w-]{43})$/.exec(text ?? '')
  const [, learnerId, until, signature] = parts ?? []
  if (learnerId === undefined || until === undefined || signature === undefined) return null
  return { learnerId, expiresAt: until === 'always' ? null : Number(until), signature }
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
