import { qualityOf } from '../../machines/case/quality.ts'
import type { Choice } from '../../machines/case/case.ts'
import type { Habit } from '../e2e/learners.ts'
import { playThrough } from '../e2e/learners.ts'
import type { TestServer } from './server.ts'
import { aVisitor } from './visitor.ts'
import type { Visitor } from './visitor.ts'

/** The address of a cohort's pages, and the code with which it is joined. */
export type OpenCohort = { path: string; id: string; code: string }

/** Opens a cohort as an instructor would. */
export async function aCohort(
  instructor: Visitor,
  fields: Partial<Record<'name' | 'course' | 'startsOn' | 'endsOn', string>> = {},
): Promise<OpenCohort> {
  const form = { name: 'Autumn leads', course: await courseOf(instructor), startsOn: '', endsOn: '', ...fields }
  const { status, location } = await instructor.post('/teach', form)
  const id = /\/teach\/cohorts\/([0-9a-f-]{36})/.exec(location ?? '')?.[1]
  if (id === undefined) throw new Error(`Expected a cohort to be opened, found ${status} ${location}`)
  return { id, path: `/teach/cohorts/${id}`, code: await codeOf(instructor, id) }
}

async function courseOf(instructor: Visitor): Promise<string> {
  const { text } = await instructor.get('/teach')
  return /<option value="([^"]+)"/.exec(text)?.[1] ?? ''
}

/** The join code that a cohort has now. */
export async function codeOf(instructor: Visitor, id: string): Promise<string> {
  const { text } = await instructor.get(`/teach/cohorts/${id}/set-up`)
  const code = /class="join-code"[^>]*>([A-Z]+-[A-Z]+-\d{4})</.exec(text)?.[1]
  if (code === undefined) throw new Error('Expected a join code')
  return code
}

/** Joins as a visitor would who was told the code; gives the address of the cohort's page for them. */
export async function join(visitor: Visitor, code: string, shares = false): Promise<string> {
  const { status, location } = await visitor.post('/join', {
    intent: 'join',
    code,
    ...(shares ? { shares: 'yes' } : {}),
  })
  if (location === null) throw new Error(`Expected to be let in, found ${status}`)
  return location.replace(/\?.*$/, '')
}

/** Learner number `n` of a class: they differ, and the later ones choose what is rated lower a little oftener. `reason` is what each writes, with their number. */
export function habitOf(n: number, reason?: string): Habit {
  return (offered, _, seq) => {
    const best = [...offered].sort((one, other) => qualityOf(other) - qualityOf(one))
    const spread = (n * 7 + seq * 5 + ((n * seq) % 11)) % 10
    const place = spread < 5 ? 0 : spread < 8 ? 1 : 2
    const level = (['certain', 'fairly', 'guess'] as const)[(n + seq) % 3] ?? 'fairly'
    const why = reason === undefined ? {} : { reason: `${reason} ${n}` }
    return { best: optionAt(best, place), confidence: level, ...why }
  }
}

function optionAt(options: ReadonlyArray<Choice>, place: number): Choice {
  const option = options[Math.min(place, options.length - 1)]
  if (!option) throw new Error('Expected an option')
  return option
}

/** Guests who join a cohort and play a case of it, each in their own way. */
export async function aClass(
  server: TestServer,
  code: string,
  {
    learners,
    slugs,
    from = 0,
    reason,
  }: { learners: number; slugs: ReadonlyArray<string>; from?: number; reason?: string },
): Promise<Array<{ visitor: Visitor; attempts: Array<string> }>> {
  const joined: Array<{ visitor: Visitor; attempts: Array<string> }> = []
  for (let n = from; n < from + learners; n += 1) {
    const visitor = aVisitor(server.url)
    await join(visitor, code)
    const attempts: Array<string> = []
    for (const slug of slugs) attempts.push(await playThrough(visitor, server, slug, habitOf(n, reason)))
    joined.push({ visitor, attempts })
  }
  return joined
}
