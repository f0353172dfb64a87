import { z } from 'zod'

/** More than any case has decisions, and fewer than an address has room for. */
const MOST_CHOICES = 150

const id = z.string().min(1).max(64)
const number = z.string().regex(/^\d{1,5}$/)

const addressSchema = z.strictObject({
  from: id.optional(),
  c: z.array(id).max(MOST_CHOICES),
  framed: z.literal('1').optional(),
  after: z.union([z.literal('start'), number]).optional(),
  beat: number.optional(),
  visit: number.optional(),
  notice: z.string().max(20).optional(),
})

/** Where a draft is played from (a scene; its first one, unless given), and each choice in order. `framed`: within the studio's page. */
export type DraftWay = { from: string | null; choices: ReadonlyArray<string>; isFramed: boolean }

/** What an address of a played draft says: `sent` is the form of its open decision, null where none was sent. */
export type DraftAddress = { way: DraftWay; sent: FormData | null }

const OF_DECISION = new Set(['intent', 'seq', 'best', 'worst', 'confidence', 'reason'])

/** Pure. Null for an address that no page of ours can have led to. */
export function readDraftAddress(search: URLSearchParams): DraftAddress | null {
  const given = [...search].filter(([name]) => name !== 'c' && !OF_DECISION.has(name))
  if (new Set(given.map(([name]) => name)).size < given.length) return null
  const { data } = addressSchema.safeParse({ ...Object.fromEntries(given), c: search.getAll('c') })
  if (!data) return null
  const way = { from: data.from ?? null, choices: data.c, isFramed: data.framed !== undefined }
  const fields = [...search].filter(([name]) => OF_DECISION.has(name))
  const sent = new FormData()
  for (const [name, value] of fields) sent.append(name, value)
  return { way, sent: fields.length === 0 ? null : sent }
}

/** Pure. The fields that stand for a way through a draft, in an address or in a form. */
export function wayFields({ from, choices, isFramed }: DraftWay): Array<[name: string, value: string]> {
  return [
    ...(isFramed ? [['framed', '1'] satisfies [string, string]] : []),
    ...(from === null ? [] : [['from', from] satisfies [string, string]]),
    ...choices.map((choice): [string, string] => ['c', choice]),
  ]
}

/** Pure. The address of a way through a draft. */
export function draftPlayAddress(slug: string, way: DraftWay): string {
  const query = new URLSearchParams(wayFields(way)).toString()
  return `/teach/cases/${slug}/play${query === '' ? '' : `?${query}`}`
}
