import { expect, test } from 'vitest'
import { query } from '../setup/people.ts'
import { aPlan, dayAfter, keepPlan } from '../setup/plans.ts'
import {
  advance,
  aRemindedLearner,
  giveAddress,
  mailed,
  someRounds,
  startReminding,
  withReminders,
} from '../setup/reminders.ts'
import type { Reminders } from '../setup/reminders.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { linkIn, textOf } from '../setup/smtp.ts'
import { aVisitor } from '../setup/visitor.ts'

const DAY_MS = 86_400_000

let reminders: Reminders
withReminders((started) => {
  reminders = started
})

test('an address is sent one question and nothing else until the link in it is followed and its button pressed', async () => {
  const visitor = aVisitor(reminders.server.url)
  await keepPlan(visitor, aPlan({ dueOn: dayAfter(1, reminders.aheadMs) }))
  expect(await giveAddress(visitor, reminders.email)).toMatchObject({ status: 303, location: '/settings?notice=asked' })
  const asked = await mailed(reminders, 1)
  expect(asked).toMatchObject({ from: 'learn@example.org', to: [reminders.email] })
  expect(textOf(asked)).not.toContain('belt')
  await advance(reminders, DAY_MS)
  await someRounds()
  const link = linkIn(asked, '/reminders/confirm')
  // A program that looks at every link in a mail opens it, without a session.
  const opened = await aVisitor(reminders.server.url).get(link)
  expect(opened.text).toContain('Yes, send reminders there')
  await someRounds()
  expect(reminders.smtp.mails).toHaveLength(1)
  expect((await aVisitor(reminders.server.url).post(link, {})).text).toContain('Your address is confirmed.')
  expect(textOf(await mailed(reminders, 2))).toContain('the belt stops before ten')
})

test('another address is asked anew, and nothing goes to either before it is confirmed', async () => {
  const { visitor } = await aRemindedLearner(reminders)
  await giveAddress(visitor, 'eva@example.org')
  expect((await mailed(reminders, 2)).to).toEqual(['eva@example.org'])
  await advance(reminders, DAY_MS)
  await someRounds()
  expect(reminders.smtp.mails).toHaveLength(2)
})

test('the link of the question holds for three days, and says so after', async () => {
  const visitor = aVisitor(reminders.server.url)
  await visitor.post('/cases/almost-done', {})
  await giveAddress(visitor, reminders.email)
  const confirm = linkIn(await mailed(reminders, 1), '/reminders/confirm')
  await advance(reminders, 3 * DAY_MS)
  expect((await visitor.get(confirm)).text).toContain('This link was good for three days.')
  expect((await visitor.post(confirm, {})).status).toBe(404)
  expect((await visitor.get('/settings')).text).toContain('Not confirmed yet')
})

test('no more than five questions a day go out for one learner, or to one address from however many', async () => {
  const visitor = aVisitor(reminders.server.url)
  await visitor.post('/cases/almost-done', {})
  for (let sent = 0; sent < 5; sent += 1) expect((await giveAddress(visitor, reminders.email)).status).toBe(303)
  const refused = await giveAddress(visitor, 'eva@example.org')
  expect([refused.status, refused.text]).toEqual([429, expect.stringContaining('the most in a day')])
  expect(refused.text).toContain('value="eva@example.org"')
  expect(await visitor.post('/settings', { intent: 'again' })).toMatchObject({ location: '/settings?notice=too-often' })
  const other = aVisitor(reminders.server.url)
  await other.post('/cases/almost-done', {})
  for (let refusals = 0; refusals < 6; refusals += 1)
    expect((await giveAddress(other, reminders.email.toUpperCase())).status).toBe(429)
  expect((await other.get('/settings')).text).not.toContain('example.org')
  const second = await startReminding(reminders)
  const third = aVisitor(second.url)
  await third.post('/cases/almost-done', {})
  const elsewhere = await giveAddress(third, reminders.email).finally(() => second.stop())
  expect(elsewhere.status).toBe(429)
  expect(reminders.smtp.mails).toHaveLength(5)
  // What was refused for the address was not counted for the learner.
  expect((await giveAddress(other, `other.${reminders.email}`)).status).toBe(303)
  await mailed(reminders, 6)
  await advance(reminders, DAY_MS)
  expect((await giveAddress(visitor, reminders.email)).status).toBe(303)
  await mailed(reminders, 7)
})

test('where the question can’t be sent, the address is kept and the page says what to do', async () => {
  const visitor = aVisitor(reminders.server.url)
  await visitor.post('/cases/almost-done', {})
  reminders.smtp.answerWith((command) => (/^RCPT/i.test(command) ? '550 no such mailbox' : null))
  const { location } = await giveAddress(visitor, reminders.email)
  expect(location).toBe('/settings?notice=not-sent')
  const { text } = await visitor.get(location ?? '')
  expect(text).toContain('The mail could not be sent just now.')
  expect(text).toContain('Send it again')
  expect(reminders.server.output()).not.toContain('ola@')
})

test.each([
  ['with a line end', 'ola@example.org\r\nBcc: everyone@example.org', 422],
  ['that is two', 'ola@example.org, eva@example.org', 422],
  ['that is very long', `${'o'.repeat(300)}@example.org`, 422],
  ['with other letters before the @', 'łukasz@example.org', 422],
  ['that is no form of ours', 'x'.repeat(20_001), 400],
])('an address %s is refused, and nothing is sent', async (_, email, status) => {
  const visitor = aVisitor(reminders.server.url)
  await visitor.post('/cases/almost-done', {})
  expect((await giveAddress(visitor, email)).status).toBe(status)
  expect(reminders.smtp.mails).toHaveLength(0)
  expect((await visitor.get('/settings')).text).toContain('Send me a mail to confirm it')
})

test('a domain in other letters is written to in those that mail knows', async () => {
  const visitor = aVisitor(reminders.server.url)
  await visitor.post('/cases/almost-done', {})
  await giveAddress(visitor, 'ola@münchen.example')
  expect((await mailed(reminders, 1)).to).toEqual(['ola@xn--mnchen-3ya.example'])
  expect((await visitor.get('/settings')).text).toContain('ola@münchen.example')
})

test('the link in a reminder switches off without signing in, once its button is pressed', async () => {
  const { visitor } = await aRemindedLearner(reminders)
  await advance(reminders, DAY_MS)
  const off = linkIn(await mailed(reminders, 2), '/reminders/off')
  await keepPlan(visitor, aPlan({ dueOn: dayAfter(1, reminders.aheadMs) }))
  expect((await aVisitor(reminders.server.url).get(off)).text).toContain('Switch them off')
  expect((await visitor.get('/settings')).text).toContain('Switch reminders off')
  const answer = await aVisitor(reminders.server.url).post(off, {})
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('Reminders are off.')])
  await advance(reminders, DAY_MS)
  await someRounds()
  expect(reminders.smtp.mails).toHaveLength(2)
  expect((await visitor.get('/settings')).text).toContain('Switch reminders on')
  await visitor.post('/settings', { intent: 'on' })
  await mailed(reminders, 3)
})

test.each([
  [
    'as a form of several parts',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  ],
  ['as a plain form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
])('a mail program switches off with one post, %s, without cookie, origin or redirect', async (_, type, body) => {
  const { visitor } = await aRemindedLearner(reminders)
  await advance(reminders, DAY_MS)
  const off = linkIn(await mailed(reminders, 2), '/reminders/off')
  const answer = await fetch(new URL(off, reminders.server.url), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': type },
    body,
  })
  expect(answer.status).toBe(200)
  expect((await visitor.get('/settings')).text).toContain('Switch reminders on')
})

test('links stop holding when the address changes or goes, and a changed link never holds', async () => {
  const { visitor } = await aRemindedLearner(reminders)
  await advance(reminders, DAY_MS)
  const off = linkIn(await mailed(reminders, 2), '/reminders/off')
  const stranger = aVisitor(reminders.server.url)
  for (const forged of [
    off.slice(0, -2),
    `${off}x`,
    '/reminders/off',
    '/reminders/off?token=%00',
    off.replace('always', '9'),
  ]) {
    expect((await stranger.get(forged)).status).toBe(404)
    expect((await stranger.post(forged, {})).status).toBe(404)
  }
  expect((await visitor.get('/settings')).text).toContain('Switch reminders off')
  await giveAddress(visitor, 'eva@example.org')
  const confirm = linkIn(await mailed(reminders, 3), '/reminders/confirm')
  expect((await stranger.post(off, {})).status).toBe(404)
  await visitor.post('/settings', { intent: 'remove' })
  expect((await stranger.post(confirm, {})).status).toBe(404)
  expect((await visitor.get('/settings')).text).toContain('E-mail address')
})

test('settings are a learner’s own, and forms that no page sends are refused', async () => {
  const { visitor } = await aRemindedLearner(reminders)
  expect((await giveAddress(aVisitor(reminders.server.url), reminders.email)).status).toBe(404)
  expect((await aVisitor(reminders.server.url).get('/settings')).text).toContain('There is nothing to set yet.')
  for (const form of [{ intent: 'cheat' }, { intent: 'off', learnerId: 'x' }, { intent: 'address' }, {}])
    expect((await visitor.post('/settings', form as Record<string, string>)).status).toBe(400)
  expect((await visitor.post('/settings', { intent: 'off' }, { Origin: 'https://evil.example' })).status).toBe(403)
  expect((await visitor.get('/settings')).text).toContain('Switch reminders off')
})

test('without a mail server the page says that reminders are shown at home only, and nothing can be asked for', async () => {
  const { folder: ownFolder, remove } = await temporaryFolder()
  const plain = await startTestServer({ folder: ownFolder })
  const visitor = aVisitor(plain.url)
  await visitor.post('/cases/almost-done', {})
  const { text } = await visitor.get('/settings')
  expect(text).toContain('Reminders are shown at home only.')
  expect(text).not.toContain('type="email"')
  expect(await visitor.post('/settings', { intent: 'address', email: reminders.email })).toMatchObject({
    location: '/settings?notice=no-mail',
  })
  expect(query(plain, 'SELECT 1 FROM "ReminderAddress"')).toEqual([])
  await plain.stop()
  await remove()
})
