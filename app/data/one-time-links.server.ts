import type { Reader } from './database.server.ts'

/**
 * - `reset`: whoever has it sets a new password.
 * - `first-admin`: whoever has it becomes the first admin.
 * - `reset-asked`: no link yet; someone asked for one where no mail is sent, and an admin is to make it.
 */
export type LinkKind = 'reset' | 'first-admin' | 'reset-asked'

/** `id` is the hash of the link's secret. */
type NewLink = { id: string; kind: LinkKind; learnerId: string | null; createdAt: Date; expiresAt: Date }

/** Keeps a link; all others of its kind and learner are void from then on. */
export async function replaceLink(db: Reader, link: NewLink): Promise<void> {
  await removeLinks(db, { kind: link.kind, learnerId: link.learnerId })
  await db.oneTimeLink.create({ data: link })
}

export async function removeLinks(db: Reader, those: { kind: LinkKind; learnerId: string | null }): Promise<void> {
  await db.oneTimeLink.deleteMany({ where: those })
}

/** Where a link stands: `open`, or why it does nothing. */
export type LinkState = { state: 'open'; learnerId: string | null } | { state: 'used' | 'expired' | 'unknown' }

export async function findLink(db: Reader, { id, kind, now }: LinkQuestion): Promise<LinkState> {
  const select = { learnerId: true, expiresAt: true, usedAt: true }
  const link = await db.oneTimeLink.findFirst({ where: { id, kind }, select })
  if (!link) return { state: 'unknown' }
  if (link.usedAt !== null) return { state: 'used' }
  if (link.expiresAt <= now) return { state: 'expired' }
  return { state: 'open', learnerId: link.learnerId }
}

type LinkQuestion = { id: string; kind: LinkKind; now: Date }

/** Uses a link up. Of several who use it at the same time, one is told `open`; for all others it changes nothing. */
export async function useLink(db: Reader, { id, kind, now }: LinkQuestion): Promise<LinkState> {
  const where = { id, kind, usedAt: null, expiresAt: { gt: now } }
  const { count } = await db.oneTimeLink.updateMany({ where, data: { usedAt: now } })
  if (count === 0) return findLink(db, { id, kind, now })
  const link = await db.oneTimeLink.findUnique({ where: { id }, select: { learnerId: true } })
  return { state: 'open', learnerId: link?.learnerId ?? null }
}
