/** A browser without a screen: keeps cookies, follows no redirect, sends forms as a page of the site would. */
export type Visitor = {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  post: (path: string, form: Record<string, string> | string, headers?: Record<string, string>) => Promise<Answer>
  cookie: () => string
}

/** `location` is told without its fragment, which is about the place on the page only. */
type Answer = { status: number; location: string | null; text: string; headers: Headers }

export function aVisitor(url: string): Visitor {
  let cookie = ''

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const headers = { ...(cookie === '' ? {} : { Cookie: cookie }), ...init.headers }
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' })
    const set = response.headers.getSetCookie()[0]
    if (set !== undefined) cookie = set.split(';')[0] ?? ''
    const location = response.headers.get('Location')?.replace(/#.*$/, '') ?? null
    return { status: response.status, location, text: await response.text(), headers: response.headers }
  }

  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, form, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: url, ...headers },
      }),
    cookie: () => cookie,
  }
}

let networks = 0

/** The headers of whoever comes from a network that no other test of the file counts under. */
export function aNetwork(): Record<string, string> {
  networks += 1
  return { 'X-Forwarded-For': `203.0.113.${networks}` }
}

/** Starts a case as a new guest and opens its first decision; gives the attempt's address. */
export async function startCase(visitor: Visitor, slug: string): Promise<string> {
  const started = await visitor.post(`/cases/${slug}`, {})
  if (started.location === null)
    throw new Error(`Expected an attempt, found ${started.status}: ${started.text.slice(0, 300)}`)
  await visitor.get(`${started.location}?after=start`)
  await visitor.get(started.location)
  return started.location
}

/** The open decision of an attempt as its page has it. */
export async function readDecision(
  visitor: Visitor,
  attempt: string,
): Promise<{ seq: string; options: Array<string> } | null> {
  const { text } = await visitor.get(attempt)
  const seq = /name="seq" value="(\d+)"/.exec(text)?.[1]
  const options = [...text.matchAll(/<input[^>]*name="best"[^>]*>/g)].flatMap(
    ([input]) => /value="([^"]+)"/.exec(input)?.[1] ?? [],
  )
  return seq === undefined ? null : { seq, options }
}

/** The form of a decision with the first option as best and the last as worst. */
export function decisionForm({ seq, options }: { seq: string; options: Array<string> }): Record<string, string> {
  const [best = ''] = options
  return { intent: 'decide', seq, best, ...(options.length > 2 ? { worst: options.at(-1) ?? '' } : {}) }
}
