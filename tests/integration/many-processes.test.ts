import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPerson, change, query, signInForm } from '../setup/people.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { PROVIDER } from '../setup/test-database.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'

// They share nothing but the database. SQLite is for one process.

describe.runIf(PROVIDER === 'postgresql')('two processes', () => {
  let servers: [TestServer, TestServer]
  let remove: () => Promise<void>

  beforeAll(async () => {
    const made = await temporaryFolder()
    remove = made.remove
    const first = await startTestServer({ folder: made.folder })
    servers = [first, await startTestServer({ folder: made.folder })]
  })

  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await remove()
  })

  test('who signed in at one process is signed in at the other, and signed out of both at once', async () => {
    const person = await aPerson(servers[0], 'Everywhere')
    const elsewhere = aVisitor(servers[1].url)
    const headers = { Cookie: person.cookie() }
    expect((await elsewhere.get('/settings/account', headers)).status).toBe(200)
    await person.post('/sign-out', {})
    expect((await elsewhere.get('/settings/account', headers)).status).not.toBe(200)
  })

  test('tries to sign in count together, whichever process they come to', async () => {
    await aPerson(servers[0], 'Guessed')
    const form = signInForm('guessed@example.org', 'a wrong password')
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, place) => aVisitor(servers[place % 2 === 0 ? 0 : 1].url).post('/sign-in', form)),
    )
    expect(answers.map(({ status }) => status).filter((status) => status === 422)).toHaveLength(10)
    expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(4)
  })

  test('the same decision sent to both at the same moment is taken once and answered twice', async () => {
    for (let round = 0; round < 8; round += 1) {
      const visitor = aVisitor(servers[0].url)
      const attempt = await startCase(visitor, 'the-2240-trailer')
      const decision = await readDecision(visitor, attempt)
      if (!decision) throw new Error('Expected an open decision')
      const headers = { Cookie: visitor.cookie() }
      const answers = await Promise.all(
        servers.map(({ url }) => aVisitor(url).post(attempt, decisionForm(decision), { ...headers, Origin: url })),
      )
      expect(answers.map(({ location }) => location)).toEqual([`${attempt}?after=0`, `${attempt}?after=0`])
      const rows = query(servers[0], 'SELECT 1 FROM "Decision" WHERE "attemptId" = ?', attempt.split('/').at(-1) ?? '')
      expect(rows).toHaveLength(1)
    }
  })

  test('what is put into service or taken out of it by one process is so at the other on its next page', async () => {
    const other = aVisitor(servers[1].url)
    const isServed = async () => (await other.get('/cases/the-2240-trailer')).status
    const before = await isServed()
    const author = await aPerson(servers[0], 'Author', 'admin')
    const withdrawn = await author.post('/teach/cases/the-2240-trailer/versions', { intent: 'withdraw' })
    expect(withdrawn.status).toBe(303)
    expect(await isServed()).toBe(410)
    change(servers[0], 'DELETE FROM "Withdrawal"')
    expect(await isServed()).toBe(before)
  })
})
