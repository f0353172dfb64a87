import { beforeAll, expect, test } from 'vitest'
import { aClass, aCohort, join } from '../setup/cohorts.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { aPerson, change, learnerWith } from '../setup/people.ts'
import type { Person } from '../setup/people.ts'
import { finishCase } from '../setup/plans.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'

const DAY_MS = 86_400_000
const SLUG = 'the-2240-trailer'

let server: TestServer
let ana: Person
let ben: Person

withOwnServer((started) => {
  server = started
})

beforeAll(async () => {
  ana = await aPerson(server, 'Ana', 'instructor')
  ben = await aPerson(server, 'Ben', 'instructor')
})

test('a profile is read only where its learner shares it, and no longer once they take that back', async () => {
  const cohort = await aCohort(ana)
  const sam = await aPerson(server, 'Sam')
  const page = await join(sam, cohort.code)
  const profile = `${cohort.path}/people/${learnerWith(server, sam.email)}`
  expect((await ana.get(profile)).status).toBe(404)
  await sam.post(page, { intent: 'share' })
  const shared = await ana.get(profile)
  expect(shared.status).toBe(200)
  expect(shared.text).toContain('Sam')
  expect(shared.text).not.toContain('/attempts/')
  expect((await ben.get(profile)).status).toBe(404)
  await sam.post(page, { intent: 'unshare' })
  expect((await ana.get(profile)).status).toBe(404)
})

test('a name that is a formula can do nothing in a downloaded table', async () => {
  const cohort = await aCohort(ana)
  const eve = await aPerson(server, 'Eve')
  await join(eve, cohort.code)
  change(server, 'UPDATE "Account" SET "name" = ? WHERE "email" = ?', '=HYPERLINK("x")', eve.email)
  const { text, headers } = await ana.get(`${cohort.path}/csv/people`)
  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('Content-Disposition')).toBe('attachment; filename="autumn-leads-people.csv"')
  expect(text).toContain(`"'=HYPERLINK(""x"")"`)
})

test('who stands still for more than a week is told, by cases and with what is due', async () => {
  const cohort = await aCohort(ana, { endsOn: '2020-01-01' })
  const learner = aVisitor(server.url)
  await join(learner, cohort.code)
  await startCase(learner, SLUG)
  expect((await ana.get(`${cohort.path}/people`)).text).not.toContain('Still for')
  await server.advance(7 * DAY_MS + 60_000)
  const { text } = await ana.get(`${cohort.path}/people`)
  expect(text).toContain('Still for 7 days')
  expect(text).toContain('In The 22:40 Trailer')
  expect(text).toContain('was due on 1 January 2020')
  expect(text).toContain('8 cases are late')
  expect(text).not.toContain('First night')
})

test('nothing is told of nine; of ten there are shares, in the report, its table and the comparison of a learner', async () => {
  const cohort = await aCohort(ana)
  const nine = await aClass(server, cohort.code, { learners: 9, slugs: [SLUG] })
  const first = nine[0]
  if (!first) throw new Error('Expected a learner')
  const few = await ana.get(cohort.path)
  expect(few.text).toContain('9 of 9 reached an ending. How they decided is shown once ten have.')
  expect(few.text).not.toContain('class="bars"')
  expect((await ana.get(`${cohort.path}/csv/choices`)).text.trim().split('\n')).toHaveLength(1)
  expect((await first.visitor.get(`${first.attempts[0]}/cohort`)).text).toContain('It is not so far yet.')

  const [tenth] = await aClass(server, cohort.code, { learners: 1, slugs: [SLUG], from: 9 })
  const enough = await ana.get(cohort.path)
  expect(enough.text).toContain('10 of 10 reached an ending.')
  expect(enough.text).toContain('class="bars"')
  expect(enough.text).toMatch(/&lt; 3|not shown/)
  expect(enough.text).toContain('is not shown here, since it would tell of too few.')
  const { text } = await ana.get(`${cohort.path}/csv/choices`)
  expect(text.trim().split('\r\n').length).toBeGreaterThan(20)
  expect(text).not.toMatch(/(^|,)[12] of \d+/m)
  // Every table of the page, with what the page keeps back kept back.
  const table = async (name: string) => (await ana.get(`${cohort.path}/csv/${name}`)).text.trim().split('\r\n')
  const flow = await table('flow')
  expect(flow[0]).toBe('Case,Scene,Ending,Learners,Per cent')
  expect(flow[1]).toBe('The 22:40 Trailer,First night,no,10,100')
  expect(flow.filter((row) => row.includes(',yes,')).length).toBeGreaterThan(0)
  expect(flow.join('\n')).not.toMatch(/,(yes|no),[12],/)
  expect(flow.join('\n')).toMatch(/,(< 3|not shown),$/m)
  const decisions = await table('decisions')
  expect(decisions[1]).toMatch(/^The 22:40 Trailer,1,Lane C,Delegating and Building trust\.,10,\d+,/)
  const competencies = await table('competencies')
  expect(competencies.filter((row) => /^Delegating,The 22:40 Trailer,(\d+,\d+|not shown,)$/.test(row))).toHaveLength(1)
  const compared = await first.visitor.get(`${first.attempts[0]}/cohort`)
  expect(compared.text).toContain('Your choice')
  expect(compared.text).not.toContain('@example.org')
  expect(tenth).toBeDefined()
}, 240_000)

test('a second play of a case counts nowhere', async () => {
  const cohort = await aCohort(ana)
  const [learner] = await aClass(server, cohort.code, { learners: 1, slugs: [SLUG] })
  if (!learner) throw new Error('Expected a learner')
  const decided = async () => /Decisions so far<\/dt><dd>([\d,]+)</.exec((await ana.get(cohort.path)).text)?.[1]
  const before = await decided()
  const again = await learner.visitor.post(`/cases/${SLUG}`, { intent: 'start-again' })
  expect(again.status).toBe(303)
  await finishCase(learner.visitor, SLUG)
  expect(await decided()).toBe(before)
  expect((await ana.get(cohort.path)).text).toContain('1 of 1 reached an ending.')
})
