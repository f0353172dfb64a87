import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, learnerWith, PASSWORD, query, signedIn, signInForm } from '../setup/people.ts'
import type { Person } from '../setup/people.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { linkIn, startSmtp } from '../setup/smtp.ts'
import type { SmtpServer } from '../setup/smtp.ts'
import { aNetwork, aVisitor, startCase } from '../setup/visitor.ts'

let server: TestServer
/** The same database, served without mail. */
let silent: TestServer
let smtp: SmtpServer
let removeFolder: () => Promise<void>
let admin: Person

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder()
  removeFolder = remove
  smtp = await startSmtp()
  const environment = { SMTP_URL: smtp.url, MAIL_FROM: 'learn@example.org', PUBLIC_URL: 'https://learn.example.org' }
  server = await startTestServer({ folder, environment })
  silent = await startTestServer({ folder })
  admin = await aPerson(silent, 'Admin', 'admin')
})

afterAll(async () => {
  await Promise.all([server.stop(), silent.stop()])
  smtp.stop()
  await removeFolder()
})

const HOUR_MS = 3_600_000
const NEW = 'another good password'

/** The link that the admin makes for someone, as it stands on the page. */
async function madeLink(email: string): Promise<string> {
  const { text } = await admin.post(`/admin/people/${learnerWith(silent, email)}`, { intent: 'reset' })
  const link = /<code>(http[^<]+)<\/code>/.exec(text)?.[1]
  if (link === undefined) throw new Error(`Expected a link in ${text}`)
  const { pathname, search } = new URL(link)
  return pathname + search
}

function useLink(link: string, { password = NEW, on = silent } = {}) {
  const token = new URL(link, 'http://x').searchParams.get('token') ?? ''
  return aVisitor(on.url).post('/reset/new', { token, password }, aNetwork())
}

async function until<T>(get: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = get()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Expected it within five seconds')
}

test('with mail, a link goes to the address, and whoever has it signs in with a new password, alone', async () => {
  const { email, ...person } = await aPerson(server, 'Mailed')
  const other = await signedIn(server, email)
  const asked = await aVisitor(server.url).post('/reset', { email: ' MAILED@example.org' }, aNetwork())
  expect(asked.location).toBe('/reset?asked=yes')
  const mail = await until(() => smtp.mails.find(({ to }) => to.includes(email)))
  expect(mail.data).toContain('https://learn.example.org/reset/new')
  const link = linkIn(mail, '/reset/new')
  const visitor = aVisitor(server.url)
  for (let opened = 0; opened < 2; opened += 1)
    expect((await visitor.get(link)).text).toContain('Choose a new password')
  const token = new URL(link, 'http://x').searchParams.get('token') ?? ''
  const short = await visitor.post('/reset/new', { token, password: 'short' })
  expect(short.status).toBe(422)
  expect(short.text).toContain('Use at least 10 characters')
  const done = await visitor.post('/reset/new', { token, password: NEW })
  expect(done.location).toBe('/settings/account?notice=password')
  expect((await visitor.get('/settings/account')).text).toContain(`value="${email}"`)
  for (const ended of [person, other]) expect((await ended.get('/settings/account')).status).toBe(302)
  expect((await aVisitor(server.url).post('/sign-in', signInForm(email), aNetwork())).status).toBe(422)
  await signedIn(server, email, NEW)
})

test('an address that nobody has gets the same answer and no mail', async () => {
  const answers = [await aPerson(server, 'Real'), { email: 'unreal@example.org' }].map(({ email }) =>
    aVisitor(server.url).post('/reset', { email }, aNetwork()),
  )
  const [known, unknown] = await Promise.all(answers)
  expect([known?.status, known?.location]).toEqual([unknown?.status, unknown?.location])
  await until(() => smtp.mails.find(({ to }) => to.includes('real@example.org')))
  expect(smtp.mails.filter(({ to }) => to.includes('unreal@example.org'))).toEqual([])
})

test('a link in a mail leads to this site, whatever host a request names', async () => {
  const { email } = await aPerson(server, 'Hosted')
  const form = new URLSearchParams({ email }).toString()
  const headers = {
    Host: 'evil.example',
    Origin: 'http://evil.example',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': form.length,
  }
  const asked = request(new URL('/reset', server.url), { method: 'POST', headers }).end(form)
  const [answer]: Array<IncomingMessage> = await once(asked, 'response')
  expect(answer?.resume().statusCode).toBe(303)
  const mail = await until(() => smtp.mails.find(({ to }) => to.includes(email)))
  expect(mail.data).toContain('https://learn.example.org/reset/new')
  expect(mail.data).not.toContain('evil')
})

test('without mail, the admin sees who asked, makes the link and passes it on', async () => {
  const { email } = await aPerson(silent, 'Asker')
  const asked = await aVisitor(silent.url).post('/reset', { email }, aNetwork())
  expect((await aVisitor(silent.url).get(asked.location ?? '')).text).toContain('This site sends no mail')
  const sql = `SELECT * FROM "OneTimeLink" WHERE "kind" = 'reset-asked'`
  await until(() => query(silent, sql)[0])
  const { text } = await admin.get('/admin')
  expect(text).toMatch(/Asker<\/a>[^]*?Asked for a new password/)
  expect((await useLink(await madeLink(email))).status).toBe(303)
  expect((await admin.get('/admin')).text).not.toContain('Asked for a new password')
  await signedIn(silent, email, NEW)
})

test('a stolen link that was used already does nothing, and says what to do', async () => {
  const { email } = await aPerson(silent, 'Twice')
  const link = await madeLink(email)
  await useLink(link)
  const again = await useLink(link, { password: 'the thief’s password' })
  expect(again.status).toBe(410)
  expect(again.text).toContain('each link works once')
  expect((await aVisitor(silent.url).get(link)).status).toBe(410)
  await signedIn(silent, email, NEW)
})

test('a link is over after an hour', async () => {
  const { email } = await aPerson(silent, 'Late')
  const link = await madeLink(email)
  await silent.advance(HOUR_MS - 60_000)
  expect((await aVisitor(silent.url).get(link)).status).toBe(200)
  await silent.advance(60_000)
  const late = await useLink(link)
  expect(late.status).toBe(410)
  expect(late.text).toContain('A link works for an hour')
  await signedIn(silent, email)
})

test('of two who use a link at the same moment, on two processes, one sets the password', async () => {
  const { email } = await aPerson(silent, 'Parallel')
  const link = await madeLink(email)
  const passwords = Array.from({ length: 8 }, (_, place) => `password number ${place}`)
  const answers = await Promise.all(
    passwords.map((password, place) => useLink(link, { password, on: place % 2 === 0 ? silent : server })),
  )
  const won = answers.flatMap(({ status }, place) => (status === 303 ? [place] : []))
  expect(won).toHaveLength(1)
  await signedIn(silent, email, passwords[won[0] ?? 0])
})

test('a newer link makes the older one void, and so does a new password', async () => {
  const { email, ...person } = await aPerson(silent, 'Newer')
  const [older, newer] = [await madeLink(email), await madeLink(email)]
  expect((await useLink(older)).status).toBe(410)
  await person.post('/settings/account', { name: 'Newer', email, password: NEW, current: PASSWORD })
  expect((await useLink(newer)).status).toBe(410)
})

test('the database holds no secret of a link', async () => {
  const { email } = await aPerson(silent, 'Hashed')
  const token = new URL(await madeLink(email), 'http://x').searchParams.get('token') ?? ''
  expect(token).toHaveLength(43)
  expect(JSON.stringify(query(silent, 'SELECT * FROM "OneTimeLink"'))).not.toContain(token)
  expect(silent.output()).not.toContain(token)
})

test('somebody whom others lock out by guessing comes in by a link, and a guest takes along what they played', async () => {
  const { email } = await aPerson(silent, 'Locked')
  for (let guess = 0; guess < 12; guess += 1)
    await aVisitor(silent.url).post('/sign-in', signInForm(email, 'guess after guess'), aNetwork())
  expect((await aVisitor(silent.url).post('/sign-in', signInForm(email), aNetwork())).status).toBe(429)
  const guest = aVisitor(silent.url)
  const attempt = await startCase(guest, 'almost-done')
  const token = new URL(await madeLink(email), 'http://x').searchParams.get('token') ?? ''
  expect((await guest.post('/reset/new', { token, password: NEW, keep: 'yes' })).status).toBe(303)
  expect((await guest.get(attempt)).status).toBe(200)
  expect((await guest.get('/settings/account')).text).toContain(`value="${email}"`)
  await signedIn(silent, email, NEW)
})

test('links are neither asked for nor tried without end', async () => {
  const { email } = await aPerson(silent, 'Flooded')
  const asks = []
  for (let ask = 0; ask < 4; ask += 1)
    asks.push((await aVisitor(silent.url).post('/reset', { email }, aNetwork())).status)
  expect(asks).toEqual([303, 303, 303, 429])
  const network = aNetwork()
  const tries = []
  for (let guess = 0; guess < 31; guess += 1) {
    const form = { token: `guess-${guess}`, password: NEW }
    tries.push((await aVisitor(silent.url).post('/reset/new', form, network)).status)
  }
  expect(tries.slice(0, 30).every((status) => status === 410)).toBe(true)
  expect(tries.at(-1)).toBe(429)
})
