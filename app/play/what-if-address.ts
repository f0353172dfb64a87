import { z } from 'zod'

/** More than any case has decisions; what a looping case could ask for beyond that is no rehearsal any more. */
const MOST_CHOICES = 500

const number = z.string().regex(/^\d{1,5}$/)

const addressSchema = z.strictObject({
  c: z.array(z.string().min(1).max(64)).max(MOST_CHOICES),
  after: number.transform(Number).optional(),
  beat: number.optional(),
  visit: number.optional(),
  notice: z.string().max(20).optional(),
  compare: z.literal('1').optional(),
})

/** What the address of a what-if says: `c` is each choice in order, the rest which page of that run is on screen. */
export type WhatIfAddress = z.infer<typeof addressSchema>

/** Null for an address that no page of ours can have led to: fields that are unknown, repeated or malformed. */
export function readWhatIfAddress(search: URLSearchParams): WhatIfAddress | null {
  const others = [...search].filter(([name]) => name !== 'c')
  if (new Set(others.map(([name]) => name)).size < others.length) return null
  return addressSchema.safeParse({ ...Object.fromEntries(others), c: search.getAll('c') }).data ?? null
}

/** Pure. Where a what-if stands after these choices: all that there is of it. */
export function whatIfAddress(attempt: string, from: number, choices: ReadonlyArray<string>): string {
  const query = choices.map((choice) => `c=${encodeURIComponent(choice)}`).join('&')
  return `/attempts/${attempt}/what-if/${from}${query === '' ? '' : `?${query}`}`
}
