import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, change, PASSWORD, query, signedIn, signInForm, signUp } from '../setup/people.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'

let server: TestServer
let folder: string
let removeFolder: () => Promise<void>

beforeAll(async () => {
  const made = await temporaryFolder()
  folder = made.folder
  removeFolder = made.remove
  server = await startTestServer({ folder })
})

afterAll(async () => {
  await server.stop()
  await removeFolder()
})

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A network that no other test counts under. */
let networks = 0
function aNetwork(): Record<string, string> {
  networks += 1
  return { 'X-Forwarded-For': `203.0.113.${networks}` }
}

test('a guest who signs up keeps everything played and goes on by a new session; the one before opens nothing', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  const before = visitor.cookie()
  expect((await visitor.get('/sign-up')).text).toContain('as a guest. It becomes your account’s')
  await signUp(visitor, 'Keeper')
  expect(visitor.cookie()).not.toBe(before)
  expect((await visitor.get(attempt)).status).toBe(200)
  expect((await aVisitor(server.url).get(attempt, { Cookie: before })).status).toBe(404)
  const elsewhere = await signedIn(server, 'keeper@example.org')
  expect((await elsewhere.get(attempt)).status).toBe(200)
})

test('a session that was planted before signing in opens nothing afterwards', async () => {
  const { email } = await aPerson(server, 'Fixed')
  const planted = aVisitor(server.url)
  await startCase(planted, 'the-2240-trailer')
  const victim = aVisitor(server.url)
  const answer = await victim.post('/sign-in', signInForm(email), { Cookie: planted.cookie() })
  expect(answer.status).toBe(303)
  expect(victim.cookie()).not.toBe(planted.cookie())
  expect((await planted.get('/settings/account')).location).toContain('/sign-in')
  expect((await victim.get('/settings/account')).status).toBe(200)
})

test('a wrong password and an unknown address get the same answer, with the address as it was typed', async () => {
  const { email } = await aPerson(server, 'Known')
  const network = aNetwork()
  const wrong = await aVisitor(server.url).post('/sign-in', signInForm(email, 'belt stops before two'), network)
  const unknown = await aVisitor(server.url).post('/sign-in', signInForm('nobody@example.org'), network)
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  expect(wrong.text).toContain('don’t belong together')
  expect(wrong.text).toContain(`value="${email}"`)
  const plain = (text: string, typed: string) => text.replaceAll(typed, 'TYPED').replace(/nonce="[^"]*"/g, '')
  expect(plain(wrong.text, email)).toBe(plain(unknown.text, 'nobody@example.org'))
  expect(wrong.text).not.toContain('belt stops before two')
})

test('the address is one however it is typed', async () => {
  await aPerson(server, 'Typed')
  expect((await signedIn(server, '  TYPED@Example.ORG ')).cookie()).not.toBe('')
  const again = await aVisitor(server.url).post('/sign-up', {
    name: 'x',
    email: 'Typed@EXAMPLE.org',
    password: PASSWORD,
  })
  expect(again.status).toBe(422)
  expect(again.text).toContain('There is an account with this address already')
})

test('of many guesses at once no more are looked at than of as many one after the other, and the words say when to try again', async () => {
  const { email } = await aPerson(server, 'Guessed')
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, guess) =>
      aVisitor(server.url).post('/sign-in', signInForm(email, `guess number ${guess}`), aNetwork()),
    ),
  )
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(10)
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(20)
  expect(refused[0]?.text).toMatch(/Try again in 1[45] minutes; nothing was changed/)
  expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(800)
})

test('a limit holds for the right password too, across a restart, and is over after its time however often was tried', async () => {
  const { email } = await aPerson(server, 'Limited')
  for (let guess = 0; guess < 14; guess += 1)
    await aVisitor(server.url).post('/sign-in', signInForm(email, 'wrong again and again'), aNetwork())
  expect((await aVisitor(server.url).post('/sign-in', signInForm(email), aNetwork())).status).toBe(429)
  await server.stop()
  server = await startTestServer({ folder })
  expect((await aVisitor(server.url).post('/sign-in', signInForm(email), aNetwork())).status).toBe(429)
  await server.advance(15 * MINUTE_MS)
  expect((await aVisitor(server.url).post('/sign-in', signInForm(email), aNetwork())).status).toBe(303)
})

/** The cookie by which an account knows the browser that this answer went to. */
function knownCookie({ headers }: { headers: Headers }): string {
  const known = headers.getSetCookie().find((cookie) => cookie.startsWith('casewright-known='))
  expect(known).toMatch(/HttpOnly; SameSite=Lax$/)
  return known?.split(';')[0] ?? ''
}

test('whoever guesses from elsewhere keeps nobody out of a browser in which they were signed in before', async () => {
  const { email, ...person } = await aPerson(server, 'Besieged')
  const atSignOut = knownCookie(await person.post('/sign-out', {}))
  const atSignIn = knownCookie(await aVisitor(server.url).post('/sign-in', signInForm(email), aNetwork()))
  const network = aNetwork()
  const guess = (headers: Record<string, string>, to = email) =>
    aVisitor(server.url).post('/sign-in', signInForm(to, 'guess after guess'), headers)
  for (let guesses = 0; guesses < 11; guesses += 1) await guess(network)
  expect((await aVisitor(server.url).post('/sign-in', signInForm(email), aNetwork())).status).toBe(429)
  for (const Cookie of [atSignOut, atSignIn])
    expect((await aVisitor(server.url).post('/sign-in', signInForm(email), { ...network, Cookie })).status).toBe(303)
  // The cookie is no way to guess, and is good for no other account.
  const statuses: Array<number> = []
  for (let guesses = 0; guesses < 11; guesses += 1)
    statuses.push((await guess({ ...aNetwork(), Cookie: atSignIn })).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429])
  const other = await aPerson(server, 'Neighbour')
  for (let guesses = 0; guesses < 10; guesses += 1) await guess(aNetwork(), other.email)
  expect((await guess({ ...aNetwork(), Cookie: atSignOut }, other.email)).status).toBe(429)
  expect((await guess({ ...aNetwork(), Cookie: 'casewright-known=forged.forged' }, other.email)).status).toBe(429)
})

test('a network that has used up its tries keeps nobody else out', async () => {
  const { email } = await aPerson(server, 'Spared')
  const network = aNetwork()
  for (let guess = 0; guess < 100; guess += 1)
    await aVisitor(server.url).post('/sign-in', signInForm(`absent${guess}@example.org`), network)
  for (let guess = 0; guess < 11; guess += 1)
    expect((await aVisitor(server.url).post('/sign-in', signInForm(email), network)).status).toBe(429)
  expect((await aVisitor(server.url).post('/sign-in', signInForm(email), aNetwork())).status).toBe(303)
})

test('signing in makes good what was mistyped before', async () => {
  const { email } = await aPerson(server, 'Mistyped')
  for (let round = 0; round < 3; round += 1) {
    for (let guess = 0; guess < 8; guess += 1)
      await aVisitor(server.url).post('/sign-in', signInForm(email, 'wrong again and again'), aNetwork())
    expect((await aVisitor(server.url).post('/sign-in', signInForm(email), aNetwork())).status).toBe(303)
  }
})

test('one network can’t try one address after the other, while a class that signs in behind it is let in', async () => {
  const { email } = await aPerson(server, 'Classmate')
  const network = aNetwork()
  const pupils = Array.from({ length: 110 }, () => aVisitor(server.url))
  for (const pupil of pupils) expect((await pupil.post('/sign-in', signInForm(email), network)).status).toBe(303)
  const statuses: Array<number> = []
  for (let guess = 0; guess < 101; guess += 1) {
    const form = signInForm(`somebody${guess}@example.org`, 'the same for everyone')
    statuses.push((await aVisitor(server.url).post('/sign-in', form, network)).status)
  }
  expect(statuses.filter((status) => status === 422)).toHaveLength(100)
  expect(statuses.at(-1)).toBe(429)
})

test('a password that was hashed at another cost is hashed anew by signing in, and still opens the account', async () => {
  const { email } = await aPerson(server, 'Older')
  const older = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1 })
  change(server, 'UPDATE "Account" SET "passwordHash" = ? WHERE "email" = ?', older, email)
  await signedIn(server, email)
  const sql = 'SELECT "passwordHash" FROM "Account" WHERE "email" = ?'
  expect(query<{ passwordHash: string }>(server, sql, email)[0]?.passwordHash).toMatch(
    /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
  )
  await signedIn(server, email)
})

test.each([
  ['a name', { name: ' ' }, 'Write the name that people know you by.'],
  ['an address', { email: 'ola' }, 'An address has a name, an @ and a place'],
  ['a password', { password: 'short' }, 'Use at least 10 characters; this has 5.'],
  ['a password that ends', { password: 'x'.repeat(2_000) }, 'Use at most 200 characters; this has 2000.'],
  ['a password that is not the address', { password: 'typist@example.org' }, 'Your address is the first thing'],
  ['a password that is not common', { password: 'Password1234' }, 'one of the passwords that are tried first'],
])('signing up needs %s; what was typed comes back, but for the password', async (_, change, words) => {
  const form = { name: 'Typist <b>', email: 'typist@example.org', password: PASSWORD, ...change }
  const answer = await aVisitor(server.url).post('/sign-up', form, aNetwork())
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(words)
  if (form.name.trim() !== '') expect(answer.text).toContain('value="Typist &lt;b&gt;"')
  expect(answer.text).toContain(`value="${form.email}"`)
  expect(answer.text).not.toContain(`value="${form.password}"`.replace(`value="${form.email}"`, 'never'))
  expect(answer.headers.getSetCookie()).toEqual([])
})

test.each(['/sign-in', '/sign-up', '/reset', '/reset/new'])(
  'a form to %s with a field too many, one sent twice, or none is refused',
  async (address) => {
    const visitor = aVisitor(server.url)
    const fields = { name: 'x', email: 'x@example.org', password: PASSWORD, token: 'x', role: 'admin' }
    expect((await visitor.post(address, fields)).status).toBe(400)
    expect((await visitor.post(address, 'email=a@example.org&email=b@example.org')).status).toBe(400)
    expect((await visitor.post(address, {})).status).toBe(400)
  },
)

test('two people who sign up with one address at the same moment are one', async () => {
  const form = { name: 'Twin', email: 'twin@example.org', password: PASSWORD }
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => aVisitor(server.url).post('/sign-up', form, aNetwork())),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422, 422])
})

test('after signing in one comes to the page that was asked for, and never to another site', async () => {
  const { email } = await aPerson(server, 'Sent')
  const asked = await aVisitor(server.url).get('/settings/sessions?notice=others')
  expect(asked.location).toBe('/sign-in?next=%2Fsettings%2Fsessions%3Fnotice%3Dothers')
  const back = await aVisitor(server.url).post(asked.location ?? '', signInForm(email))
  expect(back.location).toBe('/settings/sessions?notice=others')
  const away = await aVisitor(server.url).post('/sign-in?next=//evil.example/', signInForm(email))
  expect(away.location).toBe('/home')
})

test('the browsers of a person are listed with the day they were last seen, and ended one by one or all but this', async () => {
  const phone = { 'User-Agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Version/17.5 Mobile Safari/604.1' }
  const { email, ...first } = await aPerson(server, 'Browser')
  const second = aVisitor(server.url)
  await second.post('/sign-in', signInForm(email), phone)
  const third = await signedIn(server, email)
  await server.advance(DAY_MS)
  await second.get('/home', phone)
  const { text } = await first.get('/settings/sessions')
  expect(text).toContain('Safari on an iPhone')
  expect(text.match(/Last seen on/g)).toHaveLength(2)
  const seen = 'SELECT "browser", "seenAt" FROM "Session" WHERE "browser" IS NOT NULL'
  const today = new Date(Date.now() + DAY_MS + 15 * MINUTE_MS).toISOString().slice(0, 10)
  expect(query(server, seen)).toEqual([{ browser: 'Safari on an iPhone', seenAt: `${today}T00:00:00.000+00:00` }])
  const ids = [...text.matchAll(/name="id" value="([^"]+)"/g)].map(([, found]) => found ?? '')
  expect(ids).toHaveLength(3)
  const stranger = await aPerson(server, 'Stranger')
  expect((await stranger.post('/settings/sessions', { intent: 'end', id: ids[1] ?? '' })).status).toBe(404)
  await first.post('/settings/sessions', { intent: 'end', id: ids[1] ?? '' })
  const isIn = async (visitor: typeof third) => (await visitor.get('/settings/account')).status === 200
  expect([await isIn(second), await isIn(third)].sort()).toEqual([false, true])
  await first.post('/settings/sessions', { intent: 'others' })
  expect([await isIn(first), await isIn(second), await isIn(third)]).toEqual([true, false, false])
  await first.post('/settings/sessions', { intent: 'end', id: ids[0] ?? '' })
  expect(await isIn(first)).toBe(false)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const person = await aPerson(server, 'Leaver')
  const cookie = person.cookie()
  expect((await person.post('/sign-out', {})).location).toBe('/sign-in?notice=out')
  expect((await aVisitor(server.url).get('/settings/account', { Cookie: cookie })).status).toBe(302)
})

test('a guest is not signed out, since they could not come back', async () => {
  const guest = aVisitor(server.url)
  const attempt = await startCase(guest, 'the-2240-trailer')
  expect((await guest.post('/sign-out', {})).location).toBe('/sign-up')
  expect((await guest.get(attempt)).status).toBe(200)
})

test('a name, an address and a password are changed with the password, which ends what was valid before', async () => {
  const { email, ...person } = await aPerson(server, 'Changer')
  const other = await signedIn(server, email)
  const form = {
    name: 'Changed',
    email: 'changed@example.org',
    password: 'another good one',
    current: 'not the password',
  }
  const refused = await person.post('/settings/account', form)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('This is not your password. Nothing was changed.')
  const cookie = person.cookie()
  expect((await person.post('/settings/account', { ...form, current: PASSWORD })).location).toBe(
    '/settings/account?notice=kept',
  )
  expect(person.cookie()).not.toBe(cookie)
  expect((await other.get('/settings/account')).status).toBe(302)
  expect((await aVisitor(server.url).get('/settings/account', { Cookie: cookie })).status).toBe(302)
  expect((await person.get('/settings/account')).text).toContain('value="changed@example.org"')
  await signedIn(server, 'changed@example.org', 'another good one')
  expect((await aVisitor(server.url).post('/sign-in', signInForm(email), aNetwork())).status).toBe(422)
})

test('a new name alone signs nobody out', async () => {
  const { email, ...person } = await aPerson(server, 'Namer')
  const other = await signedIn(server, email)
  await person.post('/settings/account', { name: 'Named', email, password: '', current: PASSWORD })
  expect((await other.get('/settings/account')).text).toContain('value="Named"')
})

test('an address that another account has can’t be taken, and passwords can’t be guessed at the settings either', async () => {
  await aPerson(server, 'Owner')
  const { email, ...person } = await aPerson(server, 'Taker')
  const form = { name: 'Taker', email: 'owner@example.org', password: '' }
  const taken = await person.post('/settings/account', { ...form, current: PASSWORD })
  expect(taken.status).toBe(422)
  expect(taken.text).toContain('There is another account with this address')
  const statuses: Array<number> = []
  for (let guess = 0; guess < 12; guess += 1)
    statuses.push((await person.post('/settings/account', { ...form, email, current: `guess number ${guess}` })).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
  expect((await person.post('/settings/data', { password: PASSWORD })).status).toBe(429)
})

test('the header shows the way in, or the person, and a guest reads what signing up keeps', async () => {
  const visitor = aVisitor(server.url)
  expect((await visitor.get('/cases')).text).toMatch(/<a[^>]*href="\/sign-in"[^>]*>Sign in</)
  expect((await visitor.get('/cases')).text).not.toContain('You play as a guest')
  await startCase(visitor, 'the-2240-trailer')
  expect((await visitor.get('/cases')).text).toContain('You play as a guest')
  await signUp(visitor, 'Headline')
  const { text } = await visitor.get('/cases')
  expect(text).toMatch(/href="\/settings\/account"[^>]*><span>Headline<\/span>/)
  expect(text).not.toContain('You play as a guest')
})

test('the cookie of who signs in is HttpOnly and SameSite=Lax, and Secure where they came by HTTPS', async () => {
  const { email } = await aPerson(server, 'Cookie')
  const plain = await aVisitor(server.url).post('/sign-in', signInForm(email))
  expect(plain.headers.get('Set-Cookie')).toMatch(/HttpOnly; SameSite=Lax$/)
  const proxied = await aVisitor(server.url).post('/sign-in', signInForm(email), { 'X-Forwarded-Proto': 'https' })
  expect(proxied.headers.get('Set-Cookie')).toMatch(/HttpOnly; Secure; SameSite=Lax$/)
})

test('neither the log nor the table of limits tells who tried to sign in', async () => {
  await aVisitor(server.url).post('/sign-in', signInForm('told.of@example.org', 'a password to be told'), aNetwork())
  expect(server.output()).not.toMatch(/told/)
  expect(JSON.stringify(query(server, 'SELECT * FROM "RateLimit"'))).not.toMatch(/told|203\.0\.113/)
  expect(query(server, 'SELECT * FROM "RateLimit"').length).toBeGreaterThan(0)
})
