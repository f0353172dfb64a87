import { expect, test } from 'vitest'
import { createSessions } from '../../app/account/session.server.ts'
import { createLibrary } from '../../app/cases/library.server.ts'
import { findAccount } from '../../app/data/accounts.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import { moveLearner } from '../../app/data/move-learner.server.ts'
import { signInAs } from '../../app/play/sign-in-as.server.ts'
import { faultsInLog } from '../fuzz/judge.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { aPerson, learnerWith, PASSWORD, query, signInForm } from '../setup/people.ts'
import { TEST_SECRET } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

test('deleting that is pressed several times, while signing in and changing the account, is done once and is no fault', async () => {
  const before = server.output().length
  for (let round = 0; round < 3; round += 1) {
    const { email, cookie } = await aPerson(server, `Pressed${round}`)
    const headers = { Cookie: cookie() }
    const send = (address: string, form: Record<string, string>) => aVisitor(server.url).post(address, form, headers)
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => send('/settings/data', { password: PASSWORD })),
      aVisitor(server.url).post('/sign-in', signInForm(email)),
      send('/settings/account', { name: 'Other', email, password: 'another good one', current: PASSWORD }),
    ])
    for (const { status } of answers) expect([303, 403, 422, 302]).toContain(status)
    expect(query(server, 'SELECT 1 FROM "Account" WHERE "email" = ?', email)).toEqual([])
  }
  expect(faultsInLog(server.output().slice(before))).toEqual([])
})

test('a password that was right opens nothing once another one is set, be it while it was compared', async () => {
  const { email } = await aPerson(server, 'Overtaken')
  const db = await openDatabase(server.database)
  const now = () => server.now()
  const sessions = createSessions({ db, secret: TEST_SECRET, now, isSecure: () => false })
  const services = { db, sessions, library: createLibrary(db) }
  const account = await findAccount(db, learnerWith(server, email))
  if (account === null) throw new Error(`Expected an account with ${email}`)
  const request = new Request(server.url)
  const enter = (passwordHash: string) =>
    signInAs({ account: { ...account, passwordHash }, before: null, isKept: false, request }, services)
  const count = () => query(server, 'SELECT 1 FROM "Session" WHERE "learnerId" = ?', account.learnerId).length
  const open = count()
  expect(await enter('the hash of a password from before')).toBeNull()
  expect(count()).toBe(open)
  expect(await enter(account.passwordHash)).not.toBeNull()
  expect(count()).toBe(open + 1)
  await db.close()
})

test('a guest who has signed up by the time that somebody signs in keeps their account and what they played', async () => {
  const person = await aPerson(server, 'Quick')
  const attempt = await startCase(person, 'the-2240-trailer')
  const [from, to] = [learnerWith(server, person.email), learnerWith(server, (await aPerson(server, 'Slow')).email)]
  const db = await openDatabase(server.database)
  expect(await db.write((tx) => moveLearner(tx, { from, to, placed: [] }))).toBe(true)
  await db.close()
  expect((await person.get(attempt)).status).toBe(200)
  expect((await person.get('/settings/account')).status).toBe(200)
})
