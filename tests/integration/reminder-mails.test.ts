import { beforeEach, expect, test } from 'vitest'
import { aPlan, commitmentOf, dayAfter, keepPlan } from '../setup/plans.ts'
import { advance, aRemindedLearner, mailed, someRounds, startReminding, withReminders } from '../setup/reminders.ts'
import type { Reminders } from '../setup/reminders.ts'
import { headerOf, linkIn, startSmtp, textOf } from '../setup/smtp.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

let reminders: Reminders
withReminders((started) => {
  reminders = started
})

/** How much the server had logged before the test. */
let outputBefore = 0
beforeEach(() => {
  outputBefore = reminders.server.output().length
})

/** Waits until the server has logged this since the test began. */
async function logged(text: string): Promise<void> {
  await expect.poll(() => reminders.server.output().slice(outputBefore), { timeout: 10_000 }).toContain(text)
}

test('what is due is sent once, in the learner’s words, with a way home and a way to switch off', async () => {
  await aRemindedLearner(reminders)
  await someRounds()
  expect(reminders.smtp.mails).toHaveLength(1)
  await advance(reminders, DAY_MS)
  const reminder = await mailed(reminders, 2)
  expect(reminder.to).toEqual([reminders.email])
  expect(headerOf(reminder, 'From')).toBe('Casewright <learn@example.org>')
  expect(headerOf(reminder, 'To')).toBe(reminders.email)
  const text = textOf(reminder)
  expect(text).toContain('When: the belt stops before ten')
  expect(text).toContain('I will: ask the lane first')
  expect(text).toContain('https://learn.example.org/home')
  expect(text).not.toMatch(/score|estimate|profile/i)
  const off = `https://learn.example.org${linkIn(reminder, '/reminders/off')}`
  expect(headerOf(reminder, 'List-Unsubscribe')).toBe(`<${off}>`)
  expect(headerOf(reminder, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  await someRounds()
  const other = await startReminding(reminders)
  await other.advance(reminders.aheadMs)
  await someRounds()
  await other.stop()
  expect(reminders.smtp.mails).toHaveLength(2)
})

test('two processes on one database never send the same reminder', async () => {
  const { visitor } = await aRemindedLearner(reminders)
  for (let more = 0; more < 5; more += 1)
    await keepPlan(visitor, aPlan({ dueOn: dayAfter(1, reminders.aheadMs), will: `try ${more}` }))
  const other = await startReminding(reminders)
  try {
    await other.advance(reminders.aheadMs)
    await Promise.all([advance(reminders, DAY_MS), other.advance(DAY_MS)])
    await mailed(reminders, 7)
    await someRounds()
    const reminded = reminders.smtp.mails.slice(1).map((mail) => /I will: (.*)/.exec(textOf(mail))?.[1])
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
    await aRemindedLearner(reminders)
    reminders.smtp.answerWith((command) => (at.test(command) ? reply : null))
    await advance(reminders, DAY_MS)
    await logged('reminder refused, tried again later')
    reminders.smtp.answerWith(() => null)
    await someRounds()
    expect(reminders.smtp.mails).toHaveLength(1)
    await advance(reminders, 2 * MINUTE_MS)
    await mailed(reminders, 2)
    await someRounds()
    expect(reminders.smtp.mails).toHaveLength(2)
    expect(reminders.server.output()).toContain(reply.slice(0, 3))
    expect(reminders.server.output()).not.toMatch(/ola\d*@|example\.org|belt/)
  },
)

test('where nobody listens, the reminder is sent once somebody does', async () => {
  await aRemindedLearner(reminders)
  reminders.smtp.stop()
  await advance(reminders, DAY_MS)
  await logged('reminder refused')
  const { port } = new URL(reminders.smtp.url)
  reminders.smtp = await startSmtp(Number(port))
  await advance(reminders, 2 * MINUTE_MS)
  await mailed(reminders, 1)
})

test('where the line breaks while the message is on its way, it is not sent again, since it may have arrived', async () => {
  await aRemindedLearner(reminders)
  reminders.smtp.answerWith((command) => (command === '.' ? 'break' : null))
  await advance(reminders, DAY_MS)
  await logged('may have been sent')
  reminders.smtp.answerWith(() => null)
  await advance(reminders, 10 * MINUTE_MS)
  await someRounds()
  expect(reminders.smtp.mails).toHaveLength(1)
})

test('a reminder that could not be sent within three days of its day is given up', async () => {
  await aRemindedLearner(reminders)
  reminders.smtp.answerWith((command) => (/^MAIL/i.test(command) ? '451 later' : null))
  await advance(reminders, DAY_MS)
  await logged('reminder refused')
  reminders.smtp.answerWith(() => null)
  await advance(reminders, 4 * DAY_MS)
  await someRounds()
  expect(reminders.smtp.mails).toHaveLength(1)
})

test('what was looked back on before its day is not reminded of, and what was moved is reminded of again', async () => {
  const { visitor, attempt } = await aRemindedLearner(reminders)
  const answered = await keepPlan(visitor, aPlan({ dueOn: dayAfter(1, reminders.aheadMs), will: 'be answered before' }))
  await visitor.post(commitmentOf(answered), { intent: 'look-back', result: 'done' })
  await advance(reminders, DAY_MS)
  expect(textOf(await mailed(reminders, 2))).toContain('ask the lane first')
  await visitor.post(commitmentOf(attempt), {
    intent: 'look-back',
    result: 'not',
    anotherDay: dayAfter(4, reminders.aheadMs),
  })
  await someRounds()
  expect(reminders.smtp.mails).toHaveLength(2)
  await advance(reminders, 4 * DAY_MS)
  expect(textOf(await mailed(reminders, 3))).toContain('ask the lane first')
  await someRounds()
  expect(reminders.smtp.mails).toHaveLength(3)
})

test('what a learner writes stays in the body of a mail', async () => {
  const { visitor, attempt } = await aRemindedLearner(reminders)
  const when = 'a\r\n.\r\nRCPT TO:<eva@example.org>\r\nBcc: eva@example.org\r\n\r\n<b>łąka</b>'
  await visitor.post(commitmentOf(attempt), {
    intent: 'commit',
    ...aPlan({ when, dueOn: dayAfter(1, reminders.aheadMs) }),
  })
  await advance(reminders, DAY_MS)
  const mail = await mailed(reminders, 2)
  expect(mail.to).toEqual([reminders.email])
  expect(headerOf(mail, 'Bcc')).toBe('')
  expect(textOf(mail)).toContain('<b>łąka</b>')
})

test('a server that is told to stop ends, though its loop is running and the mail server says nothing', async () => {
  await aRemindedLearner(reminders)
  reminders.smtp.answerWith((command) => (/^RCPT/i.test(command) ? '' : null))
  await advance(reminders, DAY_MS)
  await someRounds()
  const startedAt = performance.now()
  await reminders.server.stop()
  expect(reminders.server.process.exitCode).toBe(0)
  expect(performance.now() - startedAt).toBeLessThan(15_000)
  reminders.smtp.answerWith(() => null)
  reminders.server = await startReminding(reminders)
  reminders.aheadMs = 0
})
