import { expect, test } from 'vitest'
import { withOwnServer } from '../setup/own-server.ts'
import { aPerson, query, signInForm } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { aNetwork, aVisitor } from '../setup/visitor.ts'

let server: TestServer
const restart = withOwnServer((started) => {
  server = started
})

const MINUTE_MS = 60_000

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
  await restart()
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

test('neither the log nor the table of limits tells who tried to sign in', async () => {
  await aVisitor(server.url).post('/sign-in', signInForm('told.of@example.org', 'a password to be told'), aNetwork())
  expect(server.output()).not.toMatch(/told/)
  expect(JSON.stringify(query(server, 'SELECT * FROM "RateLimit"'))).not.toMatch(/told|203\.0\.113/)
  expect(query(server, 'SELECT * FROM "RateLimit"').length).toBeGreaterThan(0)
})
