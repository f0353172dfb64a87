import routes from '../../app/routes.ts'
import type { Cast } from './cast.ts'

/** A form as a page offers it to a person. Each field has the values that a browser could send for it. */
export type OfferedForm = {
  person: number
  method: 'GET' | 'POST'
  action: string
  isMultipart: boolean
  fields: ReadonlyArray<{ name: string; values: ReadonlyArray<string> }>
}

/** What the pages offer those who are shown them: their forms, and the addresses that they lead to. */
export type Offers = { forms: ReadonlyArray<OfferedForm>; links: ReadonlyArray<string> }

/** The paths of app/routes.ts, with a slash before each. */
export const PATTERNS: ReadonlyArray<string> = routes.map((route) => `/${route.path ?? ''}`)

/** What would leave nobody signed in after a while; app/routes.ts has it too. */
const ENDING = '/sign-out'

/** Reads every page that someone of the cast may see. A form that stands on many pages counts once. */
export async function readOffers({ people, named }: Cast): Promise<Offers> {
  const forms = new Map<string, OfferedForm>()
  const links = new Set<string>()
  for (const [person, { visitor, isReader }] of people.entries()) {
    if (!isReader) continue
    for (const address of PATTERNS.flatMap((pattern) => addressesOf(pattern, named))) {
      const { status, text, headers } = await visitor.get(address)
      if (status !== 200 || !headers.get('Content-Type')?.startsWith('text/html')) continue
      for (const form of formsIn(text, address))
        if (form.action !== ENDING) forms.set(JSON.stringify([person, form]), { person, ...form })
      for (const [, href = ''] of text.matchAll(/ href="(\/[^"#]*)/g)) links.add(unescaped(href))
    }
  }
  return { forms: [...forms.values()], links: [...links].sort() }
}

/** The addresses of a path with the values that its names have: the first of each, then the second of each. */
function addressesOf(pattern: string, named: Cast['named']): Array<string> {
  const values = valuesFor(pattern, named)
  const most = Math.max(1, ...Object.values(values).map((some) => some.length))
  return Array.from({ length: most }, (_, place) =>
    fillIn(pattern, (name) => values[name]?.[Math.min(place, values[name].length - 1)] ?? 'nothing'),
  )
}

/** What the names of a path may stand for. */
export function valuesFor(pattern: string, named: Cast['named']): Readonly<Record<string, ReadonlyArray<string>>> {
  return named.find(({ start }) => pattern.startsWith(start))?.values ?? {}
}

/** A path with each of its names (`:id`, `:code?`, `*`) replaced. */
export function fillIn(pattern: string, valueOf: (name: string) => string): string {
  return pattern.replace(/:(\w+)\??|\*/g, (whole, name: string | undefined) => valueOf(name ?? whole))
}

function formsIn(page: string, address: string): Array<Omit<OfferedForm, 'person'>> {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', content = '']) => ({
    method: /^post$/i.test(attribute(tag, 'method') ?? '') ? 'POST' : 'GET',
    action: attribute(tag, 'action') ?? address,
    isMultipart: attribute(tag, 'encType') === 'multipart/form-data',
    fields: fieldsIn(content),
  }))
}

function fieldsIn(content: string): OfferedForm['fields'] {
  const fields = new Map<string, Array<string>>()
  const note = (name: string | null, value: string) => {
    if (name !== null) fields.set(name, [...(fields.get(name) ?? []), value])
  }
  for (const [, tag = ''] of content.matchAll(/<(?:input|button)\b([^>]*)>/g))
    note(attribute(tag, 'name'), attribute(tag, 'value') ?? '')
  for (const [, tag = '', text = ''] of content.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    note(attribute(tag, 'name'), unescaped(text))
  for (const [, tag = '', options = ''] of content.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g))
    for (const [, option = ''] of options.matchAll(/<option\b([^>]*)>/g))
      note(attribute(tag, 'name'), attribute(option, 'value') ?? '')
  return [...fields].map(([name, values]) => ({ name, values }))
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(tag)?.[1]
  return value === undefined ? null : unescaped(value)
}

const NAMES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" }

function unescaped(text: string): string {
  return text.replace(/&(amp|quot|lt|gt|#x27);/g, (whole, name: string) => NAMES[name] ?? whole)
}
