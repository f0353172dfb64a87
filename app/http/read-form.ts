import { z } from 'zod'

/** Pure. The fields of a form as a schema wants them; null for what no page of ours sends, such as a field sent twice. */
export function readForm<T extends z.ZodType>(schema: T, form: FormData): z.output<T> | null {
  const names = [...form.keys()]
  if (new Set(names).size < names.length) return null
  return schema.safeParse(Object.fromEntries(form.entries())).data ?? null
}

/** A text field. What was typed is never thrown away by a schema: a text that is too long comes back to be cut. */
export const typed = z.string().max(20_000)
