import { createHash, randomBytes } from 'node:crypto'

/** The secret of a link that works once, and what of it is kept. */
export function makeSecret(): { secret: string; id: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, id: idOf(secret) }
}

/** What a secret is kept as, so that a copy of the table opens nothing. */
export function idOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
