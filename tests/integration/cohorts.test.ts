import { afterAll, beforeAll, expect, test } from 'vitest'
import { aClass, aCohort, codeOf, join } from '../setup/cohorts.ts'
import type { OpenCohort } from '../setup/cohorts.ts'
import { aPerson, change, query } from '../setup/people.ts'
import type { Person } from '../setup/people.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { finishCase } from '../setup/plans.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

const DAY_MS = 86_400_000
const SLUG = 'the-2240-trailer'

let server: TestServer
let remove: () => Promise<void>
let ana: Person
let ben: Person

beforeAll(async () => {
  const temporary = await temporaryFolder()
  remove = temporary.remove
  server = await startTestServer({ folder: temporary.folder })
  ana = await aPerson(server, 'Ana', 'instructor')
  ben = await aPerson(server, 'Ben', 'instructor')
})

afterAll(async () => {
  await server.stop()
  await remove()
})

/** A file as a browser sends it. */
async function sendFile(visitor: Visitor, path: string, bytes: string | Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  form.set('file', new File([bytes], 'people.csv', { type: 'text/csv' }))
  const response = await fetch(new URL(path, server.url), {
    method: 'POST',
    body: form,
    headers: { Cookie: visitor.cookie(), Origin: server.url },
    redirect: 'manual',
  })
  return { status: response.status, text: await response.text() }
}

/** What a preview would send back to confirm it. */
function confirmedPeople(text: string): string {
  const value = /name="people" value="([^"]*)"/.exec(text)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}

function pagesOf({ path }: OpenCohort): Array<string> {
  const rest = [
    '',
    '/people',
    '/invite',
    '/set-up',
    '/csv/people',
    '/csv/progress',
    '/csv/choices',
    '/csv/decisions',
    '/csv/flow',
    '/csv/competencies',
  ]
  return [...rest.map((page) => path + page), `${path}/decisions/${SLUG}/lane-c-handover`, `${path}/people/someone`]
}

test('a cohort and all its pages are there for its own instructors alone', async () => {
  const cohort = await aCohort(ana)
  const learner = await aPerson(server, 'Lea')
  await join(learner, cohort.code)
  const guest = aVisitor(server.url)
  await join(guest, cohort.code)
  const admin = await aPerson(server, 'Ada', 'admin')
  for (const page of pagesOf(cohort)) {
    for (const other of [ben, learner, admin]) expect((await other.get(page)).status, page).toBe(404)
    // Whoever is not signed in is led to do so, whatever the address.
    for (const nobody of [guest, aVisitor(server.url)]) expect((await nobody.get(page)).status, page).toBe(302)
  }
  for (const page of pagesOf(cohort).slice(0, 7)) expect((await ana.get(page)).status, page).toBe(200)
  for (const [page, form] of [
    ['/set-up', { intent: 'new-code' }],
    ['/people', { intent: 'remove', learner: 'x' }],
    ['/invite', { intent: 'confirm', people: 'a@example.org' }],
  ] as const) {
    expect((await ben.post(cohort.path + page, form)).status).toBe(404)
    expect((await aVisitor(server.url).post(cohort.path + page, form)).status).toBe(403)
  }
  expect(await codeOf(ana, cohort.id)).toBe(cohort.code)
  expect((await learner.get('/teach')).status).toBe(404)
  expect((await ben.get('/teach')).text).not.toContain(cohort.id)
})

test('a form with faults keeps what was typed and makes no cohort', async () => {
  const form = { name: '', course: 'nowhere', startsOn: '2026-12-01', endsOn: '2026-11-01' }
  const answer = await ana.post('/teach', form)
  expect(answer.status).toBe(422)
  for (const text of [
    'Give it a name',
    'Choose one of the courses',
    'The last day lies before the first',
    '2026-12-01',
  ])
    expect(answer.text).toContain(text)
  expect((await ana.post('/teach', { ...form, more: 'x' })).status).toBe(400)
})

test('a code is typed as one likes; a new one makes the old one and its link useless, and who is in stays', async () => {
  const cohort = await aCohort(ana)
  const visitor = aVisitor(server.url)
  const looked = await visitor.post('/join', { intent: 'look', code: cohort.code.toLowerCase().replaceAll('-', ' ') })
  expect(looked).toMatchObject({ status: 303, location: `/join/${cohort.code}` })
  const page = await join(visitor, cohort.code)
  await ana.post(`${cohort.path}/set-up`, { intent: 'new-code' })
  expect(await codeOf(ana, cohort.id)).not.toBe(cohort.code)
  expect((await aVisitor(server.url).get(`/join/${cohort.code}`)).status).toBe(404)
  expect((await aVisitor(server.url).post('/join', { intent: 'join', code: cohort.code })).status).toBe(404)
  expect((await visitor.get(page)).status).toBe(200)
})

test('in the archive nobody joins, and out of it the code works again', async () => {
  const cohort = await aCohort(ana)
  await ana.post(`${cohort.path}/set-up`, { intent: 'archive' })
  expect((await aVisitor(server.url).get(`/join/${cohort.code}`)).status).toBe(404)
  expect((await ana.get(cohort.path)).status).toBe(200)
  await ana.post(`${cohort.path}/set-up`, { intent: 'unarchive' })
  expect((await aVisitor(server.url).get(`/join/${cohort.code}`)).status).toBe(200)
})

test('a learner leaves, and a learner is removed: what they played stays theirs', async () => {
  const cohort = await aCohort(ana)
  const [one, two] = [aVisitor(server.url), aVisitor(server.url)]
  const pages = [await join(one, cohort.code), await join(two, cohort.code)]
  const attempts = [await startCase(one, SLUG), await startCase(two, SLUG)]
  await one.post(pages[0] ?? '', { intent: 'leave' })
  const [member] = query<{ learnerId: string }>(
    server,
    'SELECT "learnerId" FROM "CohortMember" WHERE "cohortId" = ?',
    cohort.id,
  )
  await ana.post(`${cohort.path}/people`, { intent: 'remove', learner: member?.learnerId ?? '' })
  for (const [place, visitor] of [one, two].entries()) {
    expect((await visitor.get(pages[place] ?? '')).status).toBe(404)
    expect((await visitor.get(attempts[place] ?? '')).status).toBe(200)
  }
})

test('a cohort with learners in it is deleted only by its name, and their data stays', async () => {
  const cohort = await aCohort(ana, { name: 'Short lived' })
  const learner = aVisitor(server.url)
  await join(learner, cohort.code)
  const attempt = await startCase(learner, SLUG)
  const refused = await ana.post(`${cohort.path}/set-up`, { intent: 'delete', name: 'Short' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('One learner is in it.')
  expect((await ana.get(cohort.path)).status).toBe(200)
  const done = await ana.post(`${cohort.path}/set-up`, { intent: 'delete', name: 'Short lived' })
  expect(done).toMatchObject({ status: 303, location: '/teach?notice=deleted' })
  expect((await ana.get(cohort.path)).status).toBe(404)
  expect((await learner.get(attempt)).status).toBe(200)
})

test('another instructor is added by address, sees the cohort, and the last one can’t leave', async () => {
  const cohort = await aCohort(ana)
  const add = (email: string) => ana.post(`${cohort.path}/set-up`, { intent: 'add-instructor', email })
  const learner = await aPerson(server, 'Nina')
  for (const email of ['nobody@example.org', learner.email, 'not an address'])
    expect((await add(email)).status).toBe(422)
  expect((await add(ben.email)).status).toBe(303)
  expect((await ben.get(cohort.path)).status).toBe(200)
  const [own] = query<{ learnerId: string }>(server, 'SELECT "learnerId" FROM "Account" WHERE "email" = ?', ana.email)
  const leave = { intent: 'remove-instructor', learner: own?.learnerId ?? '' }
  expect(await ana.post(`${cohort.path}/set-up`, leave)).toMatchObject({ location: '/teach?notice=left' })
  expect((await ana.get(cohort.path)).status).toBe(404)
  const [last] = query<{ learnerId: string }>(server, 'SELECT "learnerId" FROM "Account" WHERE "email" = ?', ben.email)
  const stays = await ben.post(`${cohort.path}/set-up`, { intent: 'remove-instructor', learner: last?.learnerId ?? '' })
  expect(stays.location).toContain('last-instructor')
  expect((await ben.get(cohort.path)).status).toBe(200)
})

test('a list of people is previewed line by line, and nobody is invited before it is confirmed', async () => {
  const cohort = await aCohort(ana)
  const member = await aPerson(server, 'Mia')
  await join(member, cohort.code)
  const file = `\ufeffE-mail;Name\r\nola@example.org;Ola Nowak\r\n${member.email};Mia\r\nOLA@example.org;Ola\r\nno address;X\r\n`
  const preview = await sendFile(ana, `${cohort.path}/invite`, file)
  expect(preview.status).toBe(200)
  for (const text of [
    'One person will be invited',
    'Is in the cohort already',
    'The same address as in line 2',
    'Left out.',
  ])
    expect(preview.text).toContain(text)
  const invited = () => query(server, 'SELECT * FROM "Invitation" WHERE "cohortId" = ?', cohort.id)
  expect(invited()).toEqual([])
  const confirm = { intent: 'confirm', people: confirmedPeople(preview.text) }
  for (let times = 0; times < 2; times += 1) {
    expect((await ana.post(`${cohort.path}/invite`, confirm)).status).toBe(303)
    expect(invited()).toMatchObject([{ email: 'ola@example.org', name: 'Ola Nowak' }])
  }
  expect((await sendFile(ana, `${cohort.path}/invite`, file)).text).toContain('Is invited already')
  const ola = await aPerson(server, 'Ola')
  await join(ola, cohort.code)
  expect(invited()).toEqual([])
})

test('a file that can’t be used is refused in a sentence, and one far too large before it is read', async () => {
  const cohort = await aCohort(ana)
  const path = `${cohort.path}/invite`
  const latin = await sendFile(ana, path, new Uint8Array([0x4a, 0xf6, 0x40]))
  expect(latin).toMatchObject({ status: 422, text: expect.stringContaining('not in UTF-8') })
  const many = await sendFile(ana, path, 'a@example.org\n'.repeat(5_001))
  expect(many).toMatchObject({ status: 422, text: expect.stringContaining('more than 5,000 people') })
  const large = await sendFile(ana, path, 'a@example.org,Ola\n'.repeat(70_000))
  expect(large).toMatchObject({ status: 422, text: expect.stringContaining('larger than 1 MB') })
  const empty = await sendFile(ana, path, '')
  expect(empty.status).toBe(422)
  const length = String('a@example.org,Ola Nowak\n'.length * 1_000_000)
  const million = await headersOnly(path, ana.cookie(), length)
  expect(million).toContain('413')
  expect(million).toContain('larger than 1 MB')
  expect((await sendFile(ana, '/teach', 'a@example.org')).status).toBe(415)
  expect(query(server, 'SELECT * FROM "Invitation" WHERE "cohortId" = ?', cohort.id)).toEqual([])
})

/** Announces a body and sends nothing of it: the answer can't have waited for it. */
async function headersOnly(path: string, cookie: string, length: string): Promise<string> {
  const { connect } = await import('node:net')
  const { hostname, port, host, origin } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.on('data', (data: Buffer) => (text += data.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
    socket.write(
      [
        `POST ${path} HTTP/1.1`,
        `Host: ${host}`,
        `Origin: ${origin}`,
        `Cookie: ${cookie}`,
        'Content-Type: multipart/form-data; boundary=x',
        `Content-Length: ${length}`,
        '\r\n',
      ].join('\r\n'),
    )
  })
}

test('a profile is read only where its learner shares it, and no longer once they take that back', async () => {
  const cohort = await aCohort(ana)
  const sam = await aPerson(server, 'Sam')
  const page = await join(sam, cohort.code)
  const [row] = query<{ learnerId: string }>(server, 'SELECT "learnerId" FROM "Account" WHERE "email" = ?', sam.email)
  const profile = `${cohort.path}/people/${row?.learnerId}`
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

test('codes that are tried are soon no longer answered, and the right one is let in again later', async () => {
  const cohort = await aCohort(ana)
  const guesser = aVisitor(server.url)
  let last = 0
  for (let tries = 0; tries < 70 && last !== 429; tries += 1)
    last = (await guesser.post('/join', { intent: 'look', code: `PARIS-ROME-${2222 + tries}` })).status
  expect(last).toBe(429)
  const refused = await guesser.get(`/join/${cohort.code}`)
  expect(refused.status).toBe(429)
  expect(refused.text).toMatch(/Try again in \d+ minutes/)
  await server.advance(60 * 60_000 + 1_000)
  expect((await guesser.get(`/join/${cohort.code}`)).status).toBe(200)
})
