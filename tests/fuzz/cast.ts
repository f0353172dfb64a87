import { createCookie } from '@remix-run/node'
import { certificateOf } from '../setup/certificates.ts'
import { aCohort, join } from '../setup/cohorts.ts'
import { aPerson, change, learnerWith, query } from '../setup/people.ts'
import { aPlan, dayAfter, keepPlan } from '../setup/plans.ts'
import { TEST_SECRET } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

const SLUG = 'the-2240-trailer'
const OTHER_SLUG = 'almost-done'
const PLAYED = [SLUG, OTHER_SLUG]
const PICTURE = 'x.png'

/** `isReader`: what pages offer them is read. The others are offered nothing that these are not. */
type Member = { cookie: string; visitor: Visitor; isReader: boolean }

/** Who sends requests, and what the names in the paths of app/routes.ts may stand for. */
export type Cast = {
  people: ReadonlyArray<Member>
  /** Values that exist, by the start of the paths in which they stand and the name that they have there. */
  named: ReadonlyArray<{ start: string; values: Readonly<Record<string, ReadonlyArray<string>>> }>
  /** Cookies that are signed as ours are and hold what ours never do. */
  oddlySigned: ReadonlyArray<string>
}

/**
 * People who have played, joined, written and taught, each with things of their own. `part` tells the casts of one server apart. What was
 * tried before is forgotten: limits would keep what lies behind them from being reached.
 */
export async function makeCast(server: TestServer, part: number): Promise<Cast> {
  change(server, 'DELETE FROM "RateLimit"')
  const admin = await aPerson(server, `admin-${part}`, 'admin')
  await putBack(server, admin)
  const guest = aVisitor(server.url)
  const guestAttempt = await startCase(guest, SLUG)
  const learner = await aPerson(server, `learner-${part}`)
  const debriefed = await keepPlan(learner, aPlan({ dueOn: dayAfter(7) }))
  const open = await startCase(learner, OTHER_SLUG)
  const other = await aPerson(server, `other-${part}`)
  const ended = await playToTheEnd(other)
  const instructor = await aPerson(server, `instructor-${part}`, 'instructor')
  const cohort = await aCohort(instructor)
  const others = await aCohort(admin)
  await join(learner, cohort.code, true)
  await join(other, others.code)
  await instructor.post('/teach/cases', { title: `Part ${part}`, slug: draftOf(part) })
  const learnerId = learnerWith(server, learner.email)
  const hash = pictured(server)
  const attempts = [debriefed, open, ended, guestAttempt].map((address) => address.split('/').at(-1) ?? '')
  const slugs = [...PLAYED, draftOf(part)]
  return {
    people: [
      ...[guest, learner, instructor, admin].map((visitor) => ({ cookie: visitor.cookie(), visitor, isReader: true })),
      ...[other, aVisitor(server.url)].map((visitor) => ({ cookie: visitor.cookie(), visitor, isReader: false })),
    ],
    named: [
      {
        start: '/teach/cohorts/',
        values: {
          id: [cohort.id, others.id],
          learner: [learnerId, learnerWith(server, other.email)],
          table: ['people', 'progress', 'choices'],
          slug: [SLUG],
          decision: ['lane-c-handover'],
        },
      },
      { start: '/teach/cases/', values: { slug: slugs, '*': [PICTURE] } },
      { start: '/cohorts/', values: { id: [cohort.id, others.id] } },
      { start: '/join/', values: { code: [cohort.code, others.code] } },
      { start: '/cases/', values: { slug: slugs } },
      { start: '/attempts/', values: { id: attempts, seq: ['0', '1', '5'] } },
      { start: '/commitments/', values: { id: attempts } },
      { start: '/courses/', values: { slug: ['run-it-lead-it'] } },
      { start: '/certificates/', values: { id: [await certificateOf(server, learnerId)] } },
      { start: '/admin/people/', values: { id: [learnerId, learnerWith(server, admin.email)] } },
      { start: '/images/', values: { hash: [hash], '*': [PICTURE] } },
    ],
    oddlySigned: await oddlySigned(),
  }
}

/** Puts the shipped versions of the cases that are played here back into service, whatever authors have done with them. */
async function putBack(server: TestServer, admin: Visitor): Promise<void> {
  for (const slug of PLAYED) {
    const sql = 'SELECT "hash" FROM "Publication" WHERE "slug" = ? ORDER BY "id"'
    const [first] = query<{ hash: string }>(server, sql, slug)
    await admin.post(`/teach/cases/${slug}/versions`, { intent: 'back', hash: first?.hash ?? '' })
  }
}

function draftOf(part: number): string {
  return `fuzzed-${part}`
}

/** Plays a case until its questions are asked; gives the attempt's address. */
async function playToTheEnd(visitor: Visitor): Promise<string> {
  const attempt = await startCase(visitor, SLUG)
  for (let decision = await readDecision(visitor, attempt); decision; decision = await readDecision(visitor, attempt))
    await visitor.post(attempt, decisionForm(decision))
  return attempt
}

/** The hash of a case version that has a picture. */
function pictured(server: TestServer): string {
  const [served] = query<{ hash: string }>(
    server,
    'SELECT "hash" FROM "Publication" WHERE "slug" = ? ORDER BY "id"',
    SLUG,
  )
  if (!served) throw new Error(`Expected ${SLUG} in service`)
  change(
    server,
    `INSERT INTO "CaseImage" VALUES (?, ?, 'image/png', x'89504e470d0a1a0a') ON CONFLICT DO NOTHING`,
    served.hash,
    PICTURE,
  )
  return served.hash
}

/** As if the secret were known: whatever was signed is still not what it says. */
function oddlySigned(): Promise<Array<string>> {
  const cookie = createCookie('casewright', { secrets: [TEST_SECRET] })
  const values: Array<unknown> = [
    null,
    0,
    true,
    {},
    [],
    ['a'],
    { toString: 'x' },
    '',
    '\0',
    'x'.repeat(2_000),
    '__proto__',
  ]
  return Promise.all(values.map(async (value) => (await cookie.serialize(value)).split(';')[0] ?? ''))
}
