import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { change } from './people.ts'
import { aPlan, dayAfter, keepPlan } from './plans.ts'
import { startTestServer, temporaryFolder } from './server.ts'
import type { TestServer } from './server.ts'
import { linkIn, startSmtp } from './smtp.ts'
import type { ReceivedMail, SmtpServer } from './smtp.ts'
import { aVisitor } from './visitor.ts'
import type { Visitor } from './visitor.ts'

/** A server that sends reminders, and the one that takes them. A test that replaces either says so here. */
export type Reminders = {
  folder: string
  smtp: SmtpServer
  server: TestServer
  /** How far the server's clock was moved. */
  aheadMs: number
  /** An address of each test's own: how often one is asked is counted by day. */
  email: string
}

/** Gives the tests of a file both servers. Each test begins with no learner, no mail, and a mail server that takes all. */
export function withReminders(take: (reminders: Reminders) => void): void {
  let reminders: Reminders
  let removeFolder: () => Promise<void>
  let tests = 0

  beforeAll(async () => {
    const { folder, remove } = await temporaryFolder()
    removeFolder = remove
    const smtp = await startSmtp()
    reminders = { folder, smtp, server: await startReminding({ folder, smtp }), aheadMs: 0, email: '' }
    take(reminders)
  })

  beforeEach(() => {
    tests += 1
    reminders.email = `ola${tests}@example.org`
    reminders.smtp.mails.length = 0
    reminders.smtp.answerWith(() => null)
  })

  afterEach(() => change(reminders.server, 'DELETE FROM "Learner"'))

  afterAll(async () => {
    await reminders.server.stop()
    reminders.smtp.stop()
    await removeFolder()
  })
}

/** Starts a server, or another process of it, that sends to this mail server. */
export function startReminding({ folder, smtp }: Pick<Reminders, 'folder' | 'smtp'>): Promise<TestServer> {
  return startTestServer({
    folder,
    environment: {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Casewright <learn@example.org>',
      PUBLIC_URL: 'https://learn.example.org',
    },
  })
}

/** Moves the server's clock on. */
export async function advance(reminders: Reminders, ms: number): Promise<void> {
  reminders.aheadMs += ms
  await reminders.server.advance(ms)
}

/** Waits until the server has sent this many mails in all; gives the last. */
export async function mailed({ smtp }: Reminders, count: number): Promise<ReceivedMail> {
  await expect.poll(() => smtp.mails.length, { timeout: 10_000 }).toBe(count)
  const last = smtp.mails.at(-1)
  if (!last) throw new Error('Expected a mail')
  return last
}

/** Long enough for many rounds of the loop, which looks every 100 ms. */
export async function someRounds(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700))
}

/** Asks for reminders to an address. */
export function giveAddress(visitor: Visitor, email: string) {
  return visitor.post('/settings', { intent: 'address', email })
}

/** A learner whose plan comes back tomorrow and whose address is confirmed. Takes the first mail. */
export async function aRemindedLearner(reminders: Reminders): Promise<{ visitor: Visitor; attempt: string }> {
  const { server, aheadMs, email } = reminders
  const visitor = aVisitor(server.url)
  const attempt = await keepPlan(visitor, aPlan({ dueOn: dayAfter(1, aheadMs) }))
  await giveAddress(visitor, email)
  await aVisitor(server.url).post(linkIn(await mailed(reminders, 1), '/reminders/confirm'), {})
  return { visitor, attempt }
}
