import { beforeAll, expect, test } from 'vitest'
import { aCohort, codeOf, join } from '../setup/cohorts.ts'
import type { OpenCohort } from '../setup/cohorts.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { aPerson, learnerWith, query } from '../setup/people.ts'
import type { Person } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

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
  const leave = { intent: 'remove-instructor', learner: learnerWith(server, ana.email) }
  expect(await ana.post(`${cohort.path}/set-up`, leave)).toMatchObject({ location: '/teach?notice=left' })
  expect((await ana.get(cohort.path)).status).toBe(404)
  const stays = await ben.post(`${cohort.path}/set-up`, {
    intent: 'remove-instructor',
    learner: learnerWith(server, ben.email),
  })
  expect(stays.location).toContain('last-instructor')
  expect((await ben.get(cohort.path)).status).toBe(200)
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
