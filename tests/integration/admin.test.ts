import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { setRole } from '../../app/account/set-role.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import { withOwnFolder } from '../setup/own-folder.ts'
import { aPerson, change, learnerWith, PASSWORD, query, signedIn, signInForm } from '../setup/people.ts'
import { startTestServer } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'

let server: TestServer
let folder: string

withOwnFolder(async (own) => {
  folder = own
  server = await startTestServer({ folder })
})

afterEach(() => server.stop())

const DAY_MS = 86_400_000

function aForm(name: string): Record<string, string> {
  return { name, email: `${name.toLowerCase()}@example.org`, password: PASSWORD }
}

function roleOf(email: string): string | undefined {
  return query<{ role: string }>(server, 'SELECT "role" FROM "Account" WHERE "email" = ?', email)[0]?.role
}

test('the link of a new installation makes the first admin, once; a guest keeps what they played', async () => {
  const link = server.firstAdmin ?? ''
  const guest = aVisitor(server.url)
  const attempt = await startCase(guest, 'almost-done')
  expect((await guest.get(link)).text).toContain('Make the admin’s account')
  expect((await guest.post(link, { ...aForm('First'), password: 'short' })).status).toBe(422)
  const before = guest.cookie()
  expect((await guest.post(link, aForm('First'))).location).toBe('/admin')
  expect(guest.cookie()).not.toBe(before)
  expect((await guest.get('/admin')).status).toBe(200)
  expect((await guest.get(attempt)).status).toBe(200)
  expect((await aVisitor(server.url).get(link)).status).toBe(404)
  expect((await aVisitor(server.url).post(link, aForm('Second'))).status).toBe(404)
  expect(roleOf('second@example.org')).toBeUndefined()
})

test('who has an account becomes the admin with it, by a new session', async () => {
  const { email, ...person } = await aPerson(server, 'Existing')
  const other = await signedIn(server, email)
  const cookie = person.cookie()
  expect((await person.get(server.firstAdmin ?? '')).text).toContain('Make Existing the admin')
  expect((await person.post(server.firstAdmin ?? '', {})).location).toBe('/admin')
  expect((await aVisitor(server.url).get('/admin', { Cookie: cookie })).status).toBe(404)
  expect((await other.get('/settings/account')).status).toBe(302)
  expect((await person.get('/admin')).status).toBe(200)
})

test('each start makes a fresh link and the ones before void; with an admin there is none', async () => {
  const older = server.firstAdmin ?? ''
  await server.stop()
  server = await startTestServer({ folder })
  expect(server.firstAdmin).not.toBe(older)
  expect((await aVisitor(server.url).get(older)).status).toBe(404)
  expect((await aVisitor(server.url).post(server.firstAdmin ?? '', aForm('First'))).status).toBe(303)
  await server.stop()
  server = await startTestServer({ folder })
  expect(server.firstAdmin).toBeNull()
})

test('of several who use the link at the same moment one becomes the admin', async () => {
  const names = Array.from({ length: 6 }, (_, place) => `Claimant${place}`)
  const answers = await Promise.all(
    names.map((name) => aVisitor(server.url).post(server.firstAdmin ?? '', aForm(name))),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404, 404, 404, 404])
  expect(query(server, `SELECT * FROM "Account"`)).toHaveLength(1)
})

test('an address that is taken uses nothing up, and the link is over after a day', async () => {
  await aPerson(server, 'Taken')
  const link = server.firstAdmin ?? ''
  const taken = await aVisitor(server.url).post(link, aForm('Taken'))
  expect(taken.status).toBe(422)
  expect(taken.text).toContain('There is an account with this address already')
  expect((await aVisitor(server.url).get(link)).status).toBe(200)
  await server.advance(DAY_MS)
  expect((await aVisitor(server.url).get(link)).status).toBe(404)
  expect((await aVisitor(server.url).post(link, aForm('Late'))).status).toBe(404)
})

test('the link can’t be guessed without end', async () => {
  const statuses: Array<number> = []
  for (let guess = 0; guess < 11; guess += 1)
    statuses.push((await aVisitor(server.url).post(`/first-admin?token=guess-${guess}`, aForm('Guesser'))).status)
  expect(statuses.slice(0, 10).every((status) => status === 404)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  expect((await aVisitor(server.url).post(server.firstAdmin ?? '', aForm('Guesser'))).status).toBe(429)
})

test('npm start prints the link while there is no admin', async () => {
  const environment = { ...process.env, PORT: '0', LOG_LEVEL: 'silent', SESSION_SECRET: 'x'.repeat(32) }
  const child = spawn(process.execPath, ['--import', 'tsx', path.resolve('app/start/serve.ts')], {
    env: { ...environment, NODE_ENV: 'production', DATABASE_URL: server.database },
  })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  while (!/first-admin/.test(output)) await new Promise((resolve) => setTimeout(resolve, 100))
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  const link = /There is no admin yet\. .*\n(http\S+)/.exec(output)?.[1] ?? ''
  const { pathname, search } = new URL(link)
  expect((await aVisitor(server.url).get(pathname + search)).status).toBe(200)
  expect((await aVisitor(server.url).get(server.firstAdmin ?? '')).status).toBe(404)
})

test('an admin finds people by name or address, page by page, and sees nothing of what they played', async () => {
  const admin = await aPerson(server, 'Admin', 'admin')
  for (const name of ['Ola', 'Eva', 'Per']) await aPerson(server, name)
  const names = async (query: string) => {
    const { text } = await admin.get(`/admin${query}`)
    return [...text.matchAll(/href="\/admin\/people\/[^"]+">([^<]+)</g)].map(([, name]) => name)
  }
  expect(await names('')).toEqual(['Admin', 'Eva', 'Ola', 'Per'])
  expect(await names('?q=OLA')).toEqual(['Ola'])
  expect(await names('?q=per@example')).toEqual(['Per'])
  expect(await names('?q=%25')).toEqual([])
  expect(await names('?q=_')).toEqual([])
  expect(await names('?page=99')).toEqual(['Admin', 'Eva', 'Ola', 'Per'])
  expect((await admin.get('/admin')).text).toContain('4 people with an account')
  expect((await admin.get('/admin')).text).toContain('Can be read and written')
})

test('fifty people are on a page, and the next page goes on', async () => {
  const admin = await aPerson(server, 'Admin', 'admin')
  for (let place = 10; place < 90; place += 1) {
    const id = `learner-${place}`
    change(server, `INSERT INTO "Learner" VALUES (?, '2026-01-01T00:00:00.000+00:00')`, id)
    const sql = `INSERT INTO "Account" ("learnerId", "email", "name", "passwordHash", "createdAt")
      VALUES (?, ?, ?, '', '2026-01-01T00:00:00.000+00:00')`
    change(server, sql, id, `p${place}@example.org`, `Person ${place}`)
  }
  const namesOn = async (page: number) =>
    [...(await admin.get(`/admin?q=person&page=${page}`)).text.matchAll(/>(Person \d+)</g)].map(([, name]) => name)
  const [first, second] = [await namesOn(1), await namesOn(2)]
  expect([first.length, second.length]).toEqual([50, 30])
  expect([...first, ...second]).toEqual([...new Set([...first, ...second])].sort())
})

test('a role that changes counts at once and ends the sessions from before; the last admin stays one', async () => {
  const admin = await aPerson(server, 'Admin', 'admin')
  const { email, ...teacher } = await aPerson(server, 'Teacher')
  const place = (address: string) => `/admin/people/${learnerWith(server, address)}`
  const give = (address: string, role: string) => admin.post(place(address), { intent: 'role', role })
  expect((await give(email, 'admin')).status).toBe(303)
  expect((await teacher.get('/settings/account')).status).toBe(302)
  const second = await signedIn(server, email)
  expect((await second.get('/admin')).status).toBe(200)
  expect((await give(email, 'instructor')).status).toBe(303)
  expect((await second.get('/admin')).status).toBe(404)
  const last = await give('admin@example.org', 'learner')
  expect(last.status).toBe(422)
  expect(last.text).toContain('There is no other admin')
  expect(roleOf('admin@example.org')).toBe('admin')
  expect((await give(email, 'owner')).status).toBe(400)
  await give(email, 'admin')
  expect((await give('admin@example.org', 'learner')).location).toBe('/sign-in?notice=role')
  expect((await admin.get('/settings/account')).status).toBe(302)
})

test('two admins who take each other’s role at the same moment leave one', async () => {
  const people = [await aPerson(server, 'One', 'admin'), await aPerson(server, 'Other', 'admin')]
  const db = await openDatabase(server.database)
  const set = await Promise.all(
    people.map(({ email }) => setRole({ learnerId: learnerWith(server, email), role: 'learner' }, db)),
  )
  await db.close()
  expect([...set].sort()).toEqual(['last-admin', 'set'])
  expect(people.map(({ email }) => roleOf(email)).sort()).toEqual(['admin', 'learner'])
})

test('nobody becomes more than they are by what they send', async () => {
  const person = await aPerson(server, 'Climber')
  const form = { name: 'Climber', email: 'climber@example.org', password: '', current: PASSWORD, role: 'admin' }
  expect((await person.post('/settings/account', form)).status).toBe(400)
  expect((await aVisitor(server.url).post('/sign-up', { ...aForm('Sneak'), role: 'admin' })).status).toBe(400)
  const place = `/admin/people/${learnerWith(server, person.email)}`
  expect((await person.post(place, { intent: 'role', role: 'admin' })).status).toBe(404)
  expect(roleOf(person.email)).toBe('learner')
  expect((await aVisitor(server.url).post('/sign-in', signInForm(person.email))).status).toBe(303)
})
