import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { withOwnServer } from '../setup/own-server.ts'
import { aPerson, change, PASSWORD, query, signedIn, signInForm, signUp } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { aNetwork, aVisitor, startCase } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

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
