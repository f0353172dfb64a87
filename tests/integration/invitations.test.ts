import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCohort } from '../setup/cohorts.ts'
import { aPerson } from '../setup/people.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { linkIn, startSmtp, textOf } from '../setup/smtp.ts'
import type { SmtpServer } from '../setup/smtp.ts'
import { aVisitor } from '../setup/visitor.ts'

let server: TestServer
let smtp: SmtpServer
let remove: () => Promise<void>

beforeAll(async () => {
  const temporary = await temporaryFolder()
  remove = temporary.remove
  smtp = await startSmtp()
  server = await startTestServer({
    folder: temporary.folder,
    environment: { SMTP_URL: smtp.url, MAIL_FROM: 'Casewright <reminders@casewright.example>' },
  })
})

afterAll(async () => {
  await server.stop()
  smtp.stop()
  await remove()
})

test('each invitation is sent once, with a link that leads to the cohort, and one that is refused is tried again', async () => {
  const ana = await aPerson(server, 'Ana', 'instructor')
  const cohort = await aCohort(ana, { name: 'Leads <b>& Co</b>' })
  let refusals = 0
  smtp.answerWith((command) => (command.startsWith('RCPT TO:<ben@') && refusals++ === 0 ? '451 not now' : null))
  const people = 'address,name\nola@example.org,Ola\nben@example.org,\n'
  await ana.post(`${cohort.path}/invite`, { intent: 'confirm', people })
  await expect.poll(() => smtp.mails.length, { timeout: 10_000 }).toBe(1)
  const first = smtp.mails[0]
  if (!first) throw new Error('Expected a mail')
  expect(first.to).toEqual(['ola@example.org'])
  expect(textOf(first)).toContain('Hello Ola,')
  expect(textOf(first)).toContain('Leads <b>& Co</b>')
  expect(first.data).not.toContain('cohort:</b> Leads <b>')
  const link = linkIn(first, `/join/${cohort.code}`)
  expect((await aVisitor(server.url).get(link)).text).toContain('Taught by')
  await server.advance(60 * 60_000)
  await expect.poll(() => smtp.mails.length, { timeout: 10_000 }).toBe(2)
  expect(smtp.mails[1]?.to).toEqual(['ben@example.org'])
  await server.advance(60 * 60_000)
  await ana.post(`${cohort.path}/invite`, { intent: 'confirm', people })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(smtp.mails).toHaveLength(2)
  expect((await ana.get(`${cohort.path}/people`)).text).toContain('Mail sent on')
})
