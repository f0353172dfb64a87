import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { change, query } from '../setup/people.ts'
import { aPlan, commitmentOf, dayAfter, keepPlan } from '../setup/plans.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { headerOf, linkIn, startSmtp, textOf } from '../setup/smtp.ts'
import type { ReceivedMail, SmtpServer } from '../setup/smtp.ts'
import { aVisitor } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

let smtp: SmtpServer
let server: TestServer
let folder: string
let removeFolder: () => Promise<void>
/** How far the server's clock was moved. */
let aheadMs = 0
/** An address of each test's own: how often one is asked is counted by day. */
let ola = ''
let tests = 0
/** How much the server had logged before the test. */
let outputBefore = 0

beforeAll(async () => {
  const temporary = await temporaryFolder()
  folder = temporary.folder
  removeFolder = temporary.remove
  smtp = await startSmtp()
  server = await startServer()
})

beforeEach(() => {
  tests += 1
  ola = `ola${tests}@example.org`
  smtp.mails.length = 0
  outputBefore = server.output().length
  smtp.answerWith(() => null)
})

afterEach(() => change(server, 'DELETE FROM "Learner"'))

afterAll(async () => {
  await server.stop()
  smtp.stop()
  await removeFolder()
})

function startServer(): Promise<TestServer> {
  return startTestServer({
    folder,
    environment: {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Casewright <learn@example.org>',
      PUBLIC_URL: 'https://learn.example.org',
    },
  })
}

async function advance(ms: number): Promise<void> {
  aheadMs += ms
  await server.advance(ms)
}

/** Waits until the server has sent this many mails in all. */
async function mailed(count: number): Promise<ReceivedMail> {
  await expect.poll(() => smtp.mails.length, { timeout: 10_000 }).toBe(count)
  const last = smtp.mails.at(-1)
  if (!last) throw new Error('Expected a mail')
  return last
}

/** Waits until the server has logged this since the test began. */
async function logged(text: string): Promise<void> {
  await expect.poll(() => server.output().slice(outputBefore), { timeout: 10_000 }).toContain(text)
}

/** Long enough for many rounds of the loop, which looks every 100 ms. */
async function someRounds(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700))
}

function giveAddress(visitor: Visitor, email = ola) {
  return visitor.post('/settings', { intent: 'address', email })
}

/** A learner whose plan comes back in so many days and whose address is confirmed. Takes the first mail. */
async function aRemindedLearner(days = 1): Promise<{ visitor: Visitor; attempt: string }> {
  const visitor = aVisitor(server.url)
  const attempt = await keepPlan(visitor, aPlan({ dueOn: dayAfter(days, aheadMs) }))
  await giveAddress(visitor)
  await aVisitor(server.url).post(linkIn(await mailed(1), '/reminders/confirm'), {})
  return { visitor, attempt }
}

test('an address is sent one question and nothing else until the link in it is followed and its button pressed', async () => {
  const visitor = aVisitor(server.url)
  await keepPlan(visitor, aPlan({ dueOn: dayAfter(1, aheadMs) }))
  expect(await giveAddress(visitor)).toMatchObject({ status: 303, location: '/settings?notice=asked' })
  const asked = await mailed(1)
  expect(asked).toMatchObject({ from: 'learn@example.org', to: [ola] })
  expect(textOf(asked)).not.toContain('belt')
  await advance(DAY_MS)
  await someRounds()
  const link = linkIn(asked, '/reminders/confirm')
  // A program that looks at every link in a mail opens it, without a session.
  const opened = await aVisitor(server.url).get(link)
  expect(opened.text).toContain('Yes, send reminders there')
  await someRounds()
  expect(smtp.mails).toHaveLength(1)
  expect((await aVisitor(server.url).post(link, {})).text).toContain('Your address is confirmed.')
  expect(textOf(await mailed(2))).toContain('the belt stops before ten')
})

test('what is due is sent once, in the learner’s words, with a way home and a way to switch off', async () => {
  await aRemindedLearner()
  await someRounds()
  expect(smtp.mails).toHaveLength(1)
  await advance(DAY_MS)
  const reminder = await mailed(2)
  expect(reminder.to).toEqual([ola])
  expect(headerOf(reminder, 'From')).toBe('Casewright <learn@example.org>')
  expect(headerOf(reminder, 'To')).toBe(ola)
  const text = textOf(reminder)
  expect(text).toContain('When: the belt stops before ten')
  expect(text).toContain('I will: ask the lane first')
  expect(text).toContain('https://learn.example.org/home')
  expect(text).not.toMatch(/score|estimate|profile/i)
  const off = `https://learn.example.org${linkIn(reminder, '/reminders/off')}`
  expect(headerOf(reminder, 'List-Unsubscribe')).toBe(`<${off}>`)
  expect(headerOf(reminder, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  await someRounds()
  const other = await startServer()
  await other.advance(aheadMs)
  await someRounds()
  await other.stop()
  expect(smtp.mails).toHaveLength(2)
})

test('two processes on one database never send the same reminder', async () => {
  const { visitor } = await aRemindedLearner()
  for (let more = 0; more < 5; more += 1)
    await keepPlan(visitor, aPlan({ dueOn: dayAfter(1, aheadMs), will: `try ${more}` }))
  const other = await startServer()
  try {
    await other.advance(aheadMs)
    await Promise.all([advance(DAY_MS), other.advance(DAY_MS)])
    await mailed(7)
    await someRounds()
    const reminded = smtp.mails.slice(1).map((mail) => /I will: (.*)/.exec(textOf(mail))?.[1])
    expect(reminded.sort()).toEqual(['ask the lane first', 'try 0', 'try 1', 'try 2', 'try 3', 'try 4'])
  } finally {
    await other.stop()
  }
})

test.each([
  ['refuses the address for now', /^RCPT/i, '451 4.7.1 <ola@example.org> try again later'],
  ['refuses the message', /^\.$/, '554 5.7.1 not today, <ola@example.org>'],
  ['lets nobody in', /^MAIL/i, '421 4.3.2 closing'],
])(
  'where the server %s, the reminder is sent later, and the log tells it without the address',
  async (_, at, reply) => {
    await aRemindedLearner()
    smtp.answerWith((command) => (at.test(command) ? reply : null))
    await advance(DAY_MS)
    await logged('reminder refused, tried again later')
    smtp.answerWith(() => null)
    await someRounds()
    expect(smtp.mails).toHaveLength(1)
    await advance(2 * MINUTE_MS)
    await mailed(2)
    await someRounds()
    expect(smtp.mails).toHaveLength(2)
    expect(server.output()).toContain(reply.slice(0, 3))
    expect(server.output()).not.toMatch(/ola\d*@|example\.org|belt/)
  },
)

test('where nobody listens, the reminder is sent once somebody does', async () => {
  await aRemindedLearner()
  smtp.stop()
  await advance(DAY_MS)
  await logged('reminder refused')
  const { port } = new URL(smtp.url)
  smtp = await startSmtp(Number(port))
  await advance(2 * MINUTE_MS)
  await mailed(1)
})

test('where the line breaks while the message is on its way, it is not sent again, since it may have arrived', async () => {
  await aRemindedLearner()
  smtp.answerWith((command) => (command === '.' ? 'break' : null))
  await advance(DAY_MS)
  await logged('may have been sent')
  smtp.answerWith(() => null)
  await advance(10 * MINUTE_MS)
  await someRounds()
  expect(smtp.mails).toHaveLength(1)
})

test('a reminder that could not be sent within three days of its day is given up', async () => {
  await aRemindedLearner()
  smtp.answerWith((command) => (/^MAIL/i.test(command) ? '451 later' : null))
  await advance(DAY_MS)
  await logged('reminder refused')
  smtp.answerWith(() => null)
  await advance(4 * DAY_MS)
  await someRounds()
  expect(smtp.mails).toHaveLength(1)
})

test('what was looked back on before its day is not reminded of, and what was moved is reminded of again', async () => {
  const { visitor, attempt } = await aRemindedLearner()
  const answered = await keepPlan(visitor, aPlan({ dueOn: dayAfter(1, aheadMs), will: 'be answered before' }))
  await visitor.post(commitmentOf(answered), { intent: 'look-back', result: 'done' })
  await advance(DAY_MS)
  expect(textOf(await mailed(2))).toContain('ask the lane first')
  await visitor.post(commitmentOf(attempt), { intent: 'look-back', result: 'not', anotherDay: dayAfter(4, aheadMs) })
  await someRounds()
  expect(smtp.mails).toHaveLength(2)
  await advance(4 * DAY_MS)
  expect(textOf(await mailed(3))).toContain('ask the lane first')
  await someRounds()
  expect(smtp.mails).toHaveLength(3)
})

test('the link in a reminder switches off without signing in, once its button is pressed', async () => {
  const { visitor } = await aRemindedLearner()
  await advance(DAY_MS)
  const off = linkIn(await mailed(2), '/reminders/off')
  await keepPlan(visitor, aPlan({ dueOn: dayAfter(1, aheadMs) }))
  expect((await aVisitor(server.url).get(off)).text).toContain('Switch them off')
  expect((await visitor.get('/settings')).text).toContain('Switch reminders off')
  const answer = await aVisitor(server.url).post(off, {})
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('Reminders are off.')])
  await advance(DAY_MS)
  await someRounds()
  expect(smtp.mails).toHaveLength(2)
  expect((await visitor.get('/settings')).text).toContain('Switch reminders on')
  await visitor.post('/settings', { intent: 'on' })
  await mailed(3)
})

test.each([
  [
    'as a form of several parts',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  ],
  ['as a plain form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
])('a mail program switches off with one post, %s, without cookie, origin or redirect', async (_, type, body) => {
  const { visitor } = await aRemindedLearner()
  await advance(DAY_MS)
  const off = linkIn(await mailed(2), '/reminders/off')
  const answer = await fetch(new URL(off, server.url), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': type },
    body,
  })
  expect(answer.status).toBe(200)
  expect((await visitor.get('/settings')).text).toContain('Switch reminders on')
})

test('links stop holding when the address changes or goes, and a changed link never holds', async () => {
  const { visitor } = await aRemindedLearner()
  await advance(DAY_MS)
  const off = linkIn(await mailed(2), '/reminders/off')
  const stranger = aVisitor(server.url)
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
  const confirm = linkIn(await mailed(3), '/reminders/confirm')
  expect((await stranger.post(off, {})).status).toBe(404)
  await visitor.post('/settings', { intent: 'remove' })
  expect((await stranger.post(confirm, {})).status).toBe(404)
  expect((await visitor.get('/settings')).text).toContain('E-mail address')
})

test('another address is asked anew, and nothing goes to either before it is confirmed', async () => {
  const { visitor } = await aRemindedLearner()
  await giveAddress(visitor, 'eva@example.org')
  expect((await mailed(2)).to).toEqual(['eva@example.org'])
  await advance(DAY_MS)
  await someRounds()
  expect(smtp.mails).toHaveLength(2)
})

test('the link of the question holds for three days, and says so after', async () => {
  const visitor = aVisitor(server.url)
  await visitor.post('/cases/almost-done', {})
  await giveAddress(visitor)
  const confirm = linkIn(await mailed(1), '/reminders/confirm')
  await advance(3 * DAY_MS)
  expect((await visitor.get(confirm)).text).toContain('This link was good for three days.')
  expect((await visitor.post(confirm, {})).status).toBe(404)
  expect((await visitor.get('/settings')).text).toContain('Not confirmed yet')
})

test('no more than five questions a day go out for one learner, or to one address from however many', async () => {
  const visitor = aVisitor(server.url)
  await visitor.post('/cases/almost-done', {})
  for (let sent = 0; sent < 5; sent += 1) expect((await giveAddress(visitor)).status).toBe(303)
  const refused = await giveAddress(visitor, 'eva@example.org')
  expect([refused.status, refused.text]).toEqual([429, expect.stringContaining('the most in a day')])
  expect(refused.text).toContain('value="eva@example.org"')
  expect(await visitor.post('/settings', { intent: 'again' })).toMatchObject({ location: '/settings?notice=too-often' })
  const other = aVisitor(server.url)
  await other.post('/cases/almost-done', {})
  expect((await giveAddress(other, ola.toUpperCase())).status).toBe(429)
  expect((await other.get('/settings')).text).not.toContain('example.org')
  expect(smtp.mails).toHaveLength(5)
  await advance(DAY_MS)
  expect((await giveAddress(visitor)).status).toBe(303)
  await mailed(6)
})

test('where the question can’t be sent, the address is kept and the page says what to do', async () => {
  const visitor = aVisitor(server.url)
  await visitor.post('/cases/almost-done', {})
  smtp.answerWith((command) => (/^RCPT/i.test(command) ? '550 no such mailbox' : null))
  const { location } = await giveAddress(visitor)
  expect(location).toBe('/settings?notice=not-sent')
  const { text } = await visitor.get(location ?? '')
  expect(text).toContain('The mail could not be sent just now.')
  expect(text).toContain('Send it again')
  expect(server.output()).not.toContain('ola@')
})

test.each([
  ['with a line end', 'ola@example.org\r\nBcc: everyone@example.org', 422],
  ['that is two', 'ola@example.org, eva@example.org', 422],
  ['that is very long', `${'o'.repeat(300)}@example.org`, 422],
  ['with other letters before the @', 'łukasz@example.org', 422],
  ['that is no form of ours', 'x'.repeat(20_001), 400],
])('an address %s is refused, and nothing is sent', async (_, email, status) => {
  const visitor = aVisitor(server.url)
  await visitor.post('/cases/almost-done', {})
  expect((await giveAddress(visitor, email)).status).toBe(status)
  expect(smtp.mails).toHaveLength(0)
  expect((await visitor.get('/settings')).text).toContain('Send me a mail to confirm it')
})

test('a domain in other letters is written to in those that mail knows', async () => {
  const visitor = aVisitor(server.url)
  await visitor.post('/cases/almost-done', {})
  await giveAddress(visitor, 'ola@münchen.example')
  expect((await mailed(1)).to).toEqual(['ola@xn--mnchen-3ya.example'])
  expect((await visitor.get('/settings')).text).toContain('ola@münchen.example')
})

test('what a learner writes stays in the body of a mail', async () => {
  const { visitor, attempt } = await aRemindedLearner()
  const when = 'a\r\n.\r\nRCPT TO:<eva@example.org>\r\nBcc: eva@example.org\r\n\r\n<b>łąka</b>'
  await visitor.post(commitmentOf(attempt), { intent: 'commit', ...aPlan({ when, dueOn: dayAfter(1, aheadMs) }) })
  await advance(DAY_MS)
  const mail = await mailed(2)
  expect(mail.to).toEqual([ola])
  expect(headerOf(mail, 'Bcc')).toBe('')
  expect(textOf(mail)).toContain('<b>łąka</b>')
})

test('settings are a learner’s own, and forms that no page sends are refused', async () => {
  const { visitor } = await aRemindedLearner()
  expect((await giveAddress(aVisitor(server.url))).status).toBe(404)
  expect((await aVisitor(server.url).get('/settings')).text).toContain('There is nothing to set yet.')
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
  expect(await visitor.post('/settings', { intent: 'address', email: ola })).toMatchObject({
    location: '/settings?notice=no-mail',
  })
  expect(query(plain, 'SELECT 1 FROM "ReminderAddress"')).toEqual([])
  await plain.stop()
  await remove()
})

test('a server that is told to stop ends, though its loop is running and the mail server says nothing', async () => {
  await aRemindedLearner()
  smtp.answerWith((command) => (/^RCPT/i.test(command) ? '' : null))
  await advance(DAY_MS)
  await someRounds()
  const startedAt = performance.now()
  await server.stop()
  expect(server.process.exitCode).toBe(0)
  expect(performance.now() - startedAt).toBeLessThan(15_000)
  smtp.answerWith(() => null)
  server = await startServer()
  aheadMs = 0
})
