import { z } from 'zod'

const INTENTS = ['save', 'publish'] as const

const formSchema = z.strictObject({
  intent: z.enum(INTENTS).default('save'),
  revision: z.coerce.number().int().min(0).max(1_000_000_000),
  source: z.string(),
})

export type SourceForm = z.infer<typeof formSchema>

/** Pure. Reads the form that carries the text of a case; null where it is not one that the studio sends. */
export function readSourceForm(form: FormData): SourceForm | null {
  return formSchema.safeParse(Object.fromEntries(form)).data ?? null
}
