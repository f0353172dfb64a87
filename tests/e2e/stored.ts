import { z } from 'zod'
import { stored } from '../setup/stored.ts'

const decisionSchema = z.object({
  seq: z.number(),
  choice: z.string(),
  worst: z.string().nullable(),
  confidence: z.string().nullable(),
  reason: z.string().nullable(),
  readMs: z.number().nullable(),
  timedOut: z.coerce.boolean(),
})

export type StoredDecision = z.infer<typeof decisionSchema>

/** The log of the attempt at this address as it is on disk, in order. */
export function storedDecisions(database: string, address: string): Array<StoredDecision> {
  const sql = 'SELECT * FROM "Decision" WHERE "attemptId" = ? ORDER BY "seq"'
  return z.array(decisionSchema).parse(stored(database, sql, attemptOf(address)))
}

/** Makes the log of an attempt one that can't have happened, as a broken disk might. */
export function spoilLog(database: string, address: string): void {
  stored(database, `UPDATE "Decision" SET "choice" = 'never-on-offer' WHERE "attemptId" = ?`, attemptOf(address))
}

/** The id of the attempt at an address of the player. */
export function attemptOf(address: string): string {
  const id = /\/attempts\/([0-9a-f-]{36})/.exec(address)?.[1]
  if (id === undefined) throw new Error(`Expected the address of an attempt, found ${address}`)
  return id
}
