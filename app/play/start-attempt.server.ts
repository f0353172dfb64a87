import { randomUUID } from 'node:crypto'
import { createAttempt } from '../data/attempts.server.ts'
import type { Services } from '../http/context.ts'

/** Starts an attempt at a published version and returns its id. */
export async function startAttempt(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  attempt: { learnerId: string; slug: string; hash: string; limits: boolean },
): Promise<string> {
  const id = randomUUID()
  await db.write((tx) => createAttempt(tx, { id, ...attempt, now: clock.now() }))
  return id
}
