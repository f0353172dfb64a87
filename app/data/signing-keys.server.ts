import type { Reader } from './database.server.ts'

/** A key as it is kept. `id` is its public part in multibase; only `encrypted` holds the private one. */
export type KeptKey = {
  id: string
  encrypted: string
  createdAt: Date
  expiresAt: Date
  retiredAt: Date | null
  revokedAt: Date | null
}

const ALL = { id: true, encrypted: true, createdAt: true, expiresAt: true, retiredAt: true, revokedAt: true } as const

export async function findSigningKey(db: Reader, id: string): Promise<KeptKey | null> {
  return db.signingKey.findUnique({ where: { id }, select: ALL })
}

/** The newest first. */
export async function listSigningKeys(db: Reader): Promise<Array<KeptKey>> {
  return db.signingKey.findMany({ select: ALL, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
}

/** Those that may sign now, the newest first. */
export async function listUsableKeys(db: Reader, now: Date): Promise<Array<KeptKey>> {
  return db.signingKey.findMany({
    where: { retiredAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: ALL,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
}

export async function addSigningKey(
  db: Reader,
  key: Pick<KeptKey, 'id' | 'encrypted' | 'createdAt' | 'expiresAt'>,
): Promise<void> {
  await db.signingKey.create({ data: key })
}

/** For a key that has signed nothing yet. */
export async function removeSigningKey(db: Reader, id: string): Promise<void> {
  await db.signingKey.delete({ where: { id } })
}

/** From now on none of them signs, save one. What they signed still verifies. */
export async function retireSigningKeys(db: Reader, { except, now }: { except: string; now: Date }): Promise<void> {
  await db.signingKey.updateMany({ where: { id: { not: except }, retiredAt: null }, data: { retiredAt: now } })
}

/** False where it was revoked before: the first date stays. */
export async function revokeSigningKey(db: Reader, { id, now }: { id: string; now: Date }): Promise<boolean> {
  const { count } = await db.signingKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
  return count > 0
}
