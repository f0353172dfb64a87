import { expect, test } from 'vitest'
import { createLibrary } from '../../app/cases/library.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import { rebuildProfiles } from '../../app/play/rebuild-profiles.server.ts'
import { aPerson, learnerWith, query, signInForm } from '../setup/people.ts'
import { withOwnServer } from '../setup/own-server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

const MINUTE_MS = 60_000

/** Reads for a minute and decides, this many times. */
async function decide(visitor: Visitor, attempt: string, times: number): Promise<void> {
  for (let taken = 0; taken < times; taken += 1) {
    const open = await readDecision(visitor, attempt)
    if (!open) throw new Error(`Expected an open decision in ${attempt}`)
    await server.advance(MINUTE_MS)
    await visitor.post(attempt, decisionForm(open))
  }
}

type Logged = { attemptId: string; seq: number; order: number; acceptedAt: string; exposure: string; node: string }

function logOf(learnerId: string): Array<Logged> {
  return query(server, 'SELECT * FROM "Decision" WHERE "learnerId" = ? ORDER BY "order"', learnerId)
}

function guestOf(attempt: string): string {
  const id = attempt.split('/').at(-1) ?? ''
  return (
    query<{ learnerId: string }>(server, 'SELECT "learnerId" FROM "Attempt" WHERE "id" = ?', id)[0]?.learnerId ?? ''
  )
}

/** The learners whose kept profile is not what their log leads to. */
async function wrongProfiles(): Promise<Array<string>> {
  const db = await openDatabase(server.database)
  const { differences } = await rebuildProfiles({ db, library: createLibrary(db) }, () => {})
  await db.close()
  return differences.map(({ learnerId, what }) => `${learnerId}: ${what}`)
}

async function aPlayedAccount(name: string) {
  const person = await aPerson(server, name)
  const attempt = await startCase(person, 'the-2240-trailer')
  await decide(person, attempt, 2)
  return { person, attempt, learnerId: learnerWith(server, person.email) }
}

test('what a guest played comes along: one log in the order of acceptance, the profile that it leads to, and no guest', async () => {
  const { person, attempt, learnerId } = await aPlayedAccount('Merger')
  const guest = aVisitor(server.url)
  const played = await startCase(guest, 'almost-done')
  await decide(guest, played, 2)
  await decide(person, attempt, 1)
  await decide(guest, played, 1)
  const guestId = guestOf(played)
  expect((await guest.get('/sign-in')).text).toContain('3 decisions in one case')
  expect((await guest.post('/sign-in', { ...signInForm(person.email), keep: 'yes' })).status).toBe(303)
  const log = logOf(learnerId)
  expect(log.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5])
  expect(log.map(({ acceptedAt }) => acceptedAt)).toEqual(log.map(({ acceptedAt }) => acceptedAt).sort())
  const own = attempt.split('/').at(-1)
  expect(log.map(({ attemptId }) => attemptId === own)).toEqual([true, true, false, false, true, false])
  expect(query(server, 'SELECT * FROM "Learner" WHERE "id" = ?', guestId)).toEqual([])
  expect(await wrongProfiles()).toEqual([])
  for (const visitor of [guest, person]) expect((await visitor.get(played)).status).toBe(200)
  await decide(person, played, 1)
  expect(logOf(learnerId).at(-1)).toMatchObject({ order: 6 })
  expect(await wrongProfiles()).toEqual([])
})

test('what the account had answered before no longer counts as met for the first time, and the profile says so', async () => {
  const { person, learnerId } = await aPlayedAccount('Repeater')
  const guest = aVisitor(server.url)
  const again = await startCase(guest, 'the-2240-trailer')
  await decide(guest, again, 2)
  expect(logOf(guestOf(again)).map(({ exposure }) => exposure)).toEqual(['first', 'first'])
  await guest.post('/sign-in', { ...signInForm(person.email), keep: 'yes' })
  expect(logOf(learnerId).map(({ exposure }) => exposure)).toEqual(['first', 'first', 'seen', 'seen'])
  expect(await wrongProfiles()).toEqual([])
})

test('what somebody else played in the browser stays apart where that is asked for', async () => {
  const { person, learnerId } = await aPlayedAccount('Loner')
  const guest = aVisitor(server.url)
  const played = await startCase(guest, 'almost-done')
  await decide(guest, played, 1)
  const guestId = guestOf(played)
  const before = guest.cookie()
  expect((await guest.post('/sign-in', signInForm(person.email))).status).toBe(303)
  expect(logOf(learnerId)).toHaveLength(2)
  expect(logOf(guestId)).toHaveLength(1)
  for (const headers of [{}, { Cookie: before }]) expect((await guest.get(played, headers)).status).toBe(404)
})

test('while the account goes on deciding in another browser, nothing is lost and nothing stands twice', async () => {
  const { person, attempt, learnerId } = await aPlayedAccount('Racer')
  const guest = aVisitor(server.url)
  const played = await startCase(guest, 'almost-done')
  await decide(guest, played, 3)
  const open = await readDecision(person, attempt)
  const [signedIn, decided] = await Promise.all([
    guest.post('/sign-in', { ...signInForm(person.email), keep: 'yes' }),
    open && person.post(attempt, decisionForm(open)),
  ])
  expect([signedIn.status, decided?.status]).toEqual([303, 303])
  expect(logOf(learnerId).map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5])
  expect(await wrongProfiles()).toEqual([])
})

test('signing in that is pressed twice takes everything along once, and both answers lead on', async () => {
  const { person, learnerId } = await aPlayedAccount('Doubler')
  const guest = aVisitor(server.url)
  await decide(guest, await startCase(guest, 'almost-done'), 2)
  const Cookie = guest.cookie()
  const twice = ['yes', 'yes'].map((keep) =>
    aVisitor(server.url).post('/sign-in', { ...signInForm(person.email), keep }, { Cookie }),
  )
  expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([303, 303])
  expect(logOf(learnerId).map(({ order }) => order)).toEqual([0, 1, 2, 3])
  expect(await wrongProfiles()).toEqual([])
})

test('a guest with nothing played is not asked, and leaves no trace', async () => {
  const { person } = await aPlayedAccount('Empty')
  const guest = aVisitor(server.url)
  const played = await startCase(guest, 'almost-done')
  await guest.post('/sign-up', { name: 'Left', email: 'left@example.org', password: 'belt stops before ten' })
  await guest.post('/sign-out', {})
  expect((await guest.get('/sign-in')).text).not.toContain('Take along')
  expect((await guest.post('/sign-in', signInForm(person.email))).status).toBe(303)
  expect((await guest.get(played)).status).toBe(404)
})
