import { z } from 'zod'

const LONGEST_SLUG = 64

const formSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1, 'Give the case a title.')
    .max(200, 'A title has at most 200 characters.')
    .refine((title) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(title), 'A title stands on one line.'),
  slug: z.string().trim().max(LONGEST_SLUG, `An address has at most ${LONGEST_SLUG} characters.`),
})

/** What was typed, and for each field that can't be used why not. */
type NewCaseDraft = { title: string; slug: string; problems: { title?: string; slug?: string } }

export type NewCaseForm = { kind: 'new'; title: string; slug: string } | { kind: 'problems'; draft: NewCaseDraft }

/** Pure. Reads the form for a new case; an address that was left empty is made from the title. */
export function readNewCase(form: FormData): NewCaseForm {
  const given = { title: text(form.get('title')), slug: text(form.get('slug')) }
  const parsed = formSchema.safeParse(given)
  const problems: NewCaseDraft['problems'] = {}
  for (const { path, message } of parsed.error?.issues ?? []) {
    if (path[0] === 'title') problems.title ??= message
    if (path[0] === 'slug') problems.slug ??= message
  }
  const slug = given.slug.trim() === '' ? slugFrom(given.title) : given.slug.trim()
  if (problems.slug === undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    problems.slug =
      'Write the address in lower-case letters and digits, words joined by hyphens, such as two-front-doors.'
  }
  if (!parsed.success || problems.slug !== undefined) return { kind: 'problems', draft: { ...given, problems } }
  return { kind: 'new', title: parsed.data.title, slug }
}

/** Pure. An address made from a title: "Løve & Søn, 22:40" becomes `love-son-22-40`. Empty where no letter of it can be used. */
export function slugFrom(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '')
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}
