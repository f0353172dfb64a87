import { expect, test } from 'vitest'
import { withOwnServer } from '../setup/own-server.ts'
import { aPerson, PASSWORD, query, signedIn, signInForm } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { aNetwork, aVisitor } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

const DAY_MS = 86_400_000

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
  const today = server.now().toISOString().slice(0, 10)
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
