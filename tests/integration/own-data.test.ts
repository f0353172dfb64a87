import { expect, test } from 'vitest'
import { z } from 'zod'
import { dataFileSchema } from '../../app/account/data-file.ts'
import { aPerson, change, learnerWith, PASSWORD, query, signInForm } from '../setup/people.ts'
import { fillRowsOf, findTexts } from '../setup/rows-of.ts'
import type { Owner } from '../setup/rows-of.ts'
import { withOwnServer } from '../setup/own-server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

async function played(visitor: Visitor, reason: string): Promise<string> {
  const attempt = await startCase(visitor, 'the-2240-trailer')
  const open = await readDecision(visitor, attempt)
  if (!open) throw new Error('Expected an open decision')
  await visitor.post(attempt, { ...decisionForm(open), reason })
  return attempt
}

/** The columns whose text of an owner, which names them, is in a file. */
function columnsIn(text: string, { mark }: Owner): Set<string> {
  return new Set(
    [...text.matchAll(new RegExp(`${mark}:([A-Za-z]+\\.[A-Za-z]+)`, 'g'))].flatMap(([, place]) => place ?? []),
  )
}

function ownerOf(email: string, learnerId: string): Owner {
  return { learnerId, email, mark: `text-of-${learnerId.slice(0, 8)}` }
}

/** What the file leaves out: the hash of a secret, the pictures of drafts, which are the case's, and caches of what is told otherwise. */
const NOT_TOLD = [
  'OneTimeLink.id',
  'DraftImage.src',
  'DraftImage.type',
  'DraftImage.bytes',
  ...['slug', 'hash', 'attemptId'].map((column) => `CountedAttempt.${column}`),
  'CountedLearner.ability',
]

test('the file holds everything of the learner that any table has, in its documented shape, and nothing of others', async () => {
  const person = await aPerson(server, 'Taker')
  await played(await aPerson(server, 'Other'), 'not theirs to see')
  const owner = ownerOf(person.email, learnerWith(server, person.email))
  const tables = await fillRowsOf(server.database, owner)
  expect(tables.length).toBeGreaterThan(15)
  const answer = await person.get('/settings/data/download')
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="casewright-\d{4}-\d\d-\d\d\.json"$/)
  const file: unknown = JSON.parse(answer.text)
  expect(dataFileSchema.strict().parse(file)).toMatchObject({
    account: { email: person.email, name: 'Taker', role: 'learner' },
    attempts: [{ decisions: [{ seq: 1, order: 1 }], reflection: [{ question: 1 }] }],
  })
  // A key of another row holds that row's text.
  const stored = []
  for (const place of await findTexts(server.database, [owner.mark]))
    if ((await findTexts(server.database, [`${owner.mark}:${place}`])).includes(place)) stored.push(place)
  const told = columnsIn(answer.text, owner)
  expect(stored.filter((place) => !told.has(place) && !NOT_TOLD.includes(place))).toEqual([])
  expect(stored.length).toBeGreaterThan(30)
  expect(answer.text).not.toContain('not theirs to see')
  expect(answer.text).not.toContain('argon2')
})

test('deleting leaves neither id, address, name nor text of theirs in any table; a certificate keeps its row without them', async () => {
  const person = await aPerson(server, 'Leaverson')
  await played(person, 'to be forgotten')
  const owner = ownerOf(person.email, learnerWith(server, person.email))
  await aVisitor(server.url).post('/sign-in', signInForm(person.email, 'a wrong password'))
  const filled = await fillRowsOf(server.database, owner)
  for (const table of ['Certificate', 'Draft', 'BlindRating', 'Invitation', 'PlanStep', 'Reflection', 'CohortMember'])
    expect(filled).toContain(table)
  // A case is written for others, and stays; its text is not about its author.
  change(server, `UPDATE "DraftImage" SET "src" = '', "type" = '', "bytes" = '' WHERE "src" LIKE ?`, `${owner.mark}%`)
  change(server, `UPDATE "Draft" SET "source" = '', "slug" = 'shared' WHERE "savedBy" = ?`, owner.learnerId)
  const texts = [owner.learnerId, person.email, 'Leaverson', 'to be forgotten', owner.mark]
  expect((await findTexts(server.database, texts)).length).toBeGreaterThan(30)
  const kept = `UPDATE "Certificate" SET "id" = 'kept', "course" = 'a-course', "revokedReason" = NULL WHERE "learnerId" = ?`
  change(server, kept, owner.learnerId)
  expect((await person.post('/settings/data', { password: 'a wrong password' })).status).toBe(422)
  expect(learnerWith(server, person.email)).toBe(owner.learnerId)
  const { location } = await person.post('/settings/data', { password: PASSWORD })
  expect(location).toBe('/settings/data?deleted=yes')
  expect((await person.get(location ?? '')).text).toContain('It is all deleted')
  expect(await findTexts(server.database, texts)).toEqual([])
  const sql = `SELECT "learnerId", "credential" FROM "Certificate" WHERE "id" = 'kept'`
  expect(query(server, sql)).toEqual([{ learnerId: null, credential: null }])
  expect(query(server, `SELECT "savedBy" FROM "Draft" WHERE "slug" = 'shared'`)).toEqual([{ savedBy: null }])
  expect((await aVisitor(server.url).post('/sign-in', signInForm(person.email))).status).toBe(422)
})

test('deleting one learner leaves another’s rows as they are', async () => {
  const [one, other] = [await aPerson(server, 'Gone'), await aPerson(server, 'Stays')]
  await played(one, 'gone')
  await played(other, 'stays')
  const rows = () =>
    ['Attempt', 'Decision', 'Session', 'Account', 'Profile'].map((table) =>
      query(server, `SELECT * FROM "${table}" WHERE "learnerId" = ?`, learnerWith(server, other.email)),
    )
  const before = rows()
  await one.post('/settings/data', { password: PASSWORD })
  expect(rows()).toEqual(before)
})

test('a guest takes their data along, and deletes it by a word', async () => {
  const guest = aVisitor(server.url)
  const attempt = await played(guest, 'as a guest')
  const file: unknown = JSON.parse((await guest.get('/settings/data/download')).text)
  expect(z.object({ account: z.null() }).parse(file)).toEqual({ account: null })
  expect(JSON.stringify(file)).toContain('as a guest')
  const [course] = dataFileSchema.parse(file).courses
  expect(course?.cases).toContainEqual({ slug: 'the-2240-trailer', status: 'under-way' })
  expect(course).toMatchObject({ course: 'run-it-lead-it', isComplete: false })
  const refused = await guest.post('/settings/data', { word: 'perhaps' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Nothing was deleted')
  expect((await guest.get(attempt)).status).toBe(200)
  expect((await guest.post('/settings/data', { word: ' Delete ' })).status).toBe(303)
  expect((await guest.get(attempt)).status).toBe(404)
  expect(await findTexts(server.database, ['as a guest'])).toEqual([])
})

test('whatever any table holds of a guest comes along to their account, save what can’t be told apart', async () => {
  const person = await aPerson(server, 'Gatherer')
  const guest = aVisitor(server.url)
  await played(guest, 'brought along')
  const [row] = query<{ learnerId: string }>(
    server,
    `SELECT "learnerId" FROM "Decision" WHERE "reason" = 'brought along'`,
  )
  const owner = ownerOf('guest@example.org', row?.learnerId ?? '')
  await fillRowsOf(server.database, owner)
  // A guest has none of these: they come with an account, and what a guest wrote is no draft of a case.
  for (const table of ['Account', 'OneTimeLink', 'CohortInstructor'])
    change(server, `DELETE FROM "${table}" WHERE "learnerId" = ?`, owner.learnerId)
  change(server, `DELETE FROM "Draft" WHERE "savedBy" = ?`, owner.learnerId)
  change(server, `DELETE FROM "BlindRating" WHERE "raterId" = ?`, owner.learnerId)
  // What was inserted behind the server's back is no play of the case: only the real attempt is.
  change(server, `DELETE FROM "Attempt" WHERE "id" LIKE ?`, `${owner.mark}%`)
  expect((await guest.post('/sign-in', { ...signInForm(person.email), keep: 'yes' })).status).toBe(303)
  expect(await findTexts(server.database, [owner.learnerId])).toEqual([])
  const mine = learnerWith(server, person.email)
  for (const table of ['Attempt', 'Decision', 'RoleLens', 'Plan', 'Certificate', 'ReminderAddress', 'CohortMember'])
    expect(query(server, `SELECT * FROM "${table}" WHERE "learnerId" = ?`, mine), table).toHaveLength(1)
})

test('where only one can be kept the account’s own stays, of two plans the newer, and of two certificates one bears the name', async () => {
  const person = await aPerson(server, 'Holder')
  const learner = learnerWith(server, person.email)
  const guest = aVisitor(server.url)
  const attempt = await played(guest, 'twice')
  const [row] = query<{ learnerId: string }>(
    server,
    'SELECT "learnerId" FROM "Attempt" WHERE "id" = ?',
    attempt.split('/').at(-1) ?? '',
  )
  const guestId = row?.learnerId ?? ''
  change(
    server,
    `INSERT INTO "CourseVersion" VALUES ('h', 'c', '', '2026-01-01T00:00:00.000+00:00') ON CONFLICT DO NOTHING`,
  )
  for (const [id, day] of [
    [learner, '02'],
    [guestId, '03'],
  ] as const) {
    const at = `2026-01-${day}T00:00:00.000+00:00`
    change(server, `INSERT INTO "ReminderAddress" VALUES (?, ?, NULL, FALSE)`, id, `${day}@example.org`)
    change(server, `INSERT INTO "Plan" VALUES (?, 'c', ?, ?)`, id, `2027-01-${day}`, at)
    change(server, `INSERT INTO "Plan" VALUES (?, ?, '2027-01-01', ?)`, id, `only-${day}`, at)
    change(
      server,
      `INSERT INTO "Certificate" VALUES (?, ?, 'c', 'h', ?, '{}', NULL, NULL)`,
      `certificate-${day}`,
      id,
      at,
    )
  }
  await guest.post('/sign-in', { ...signInForm(person.email), keep: 'yes' })
  expect(query(server, 'SELECT "email" FROM "ReminderAddress" WHERE "learnerId" = ?', learner)).toEqual([
    { email: '02@example.org' },
  ])
  expect(query(server, 'SELECT "course", "lookBackOn" FROM "Plan" WHERE "learnerId" = ? ORDER BY 1', learner)).toEqual([
    { course: 'c', lookBackOn: '2027-01-03' },
    { course: 'only-02', lookBackOn: '2027-01-01' },
    { course: 'only-03', lookBackOn: '2027-01-01' },
  ])
  const certificates = `SELECT "id", "learnerId", "credential" FROM "Certificate" WHERE "course" = 'c' ORDER BY 1`
  expect(query(server, certificates)).toEqual([
    { id: 'certificate-02', learnerId: learner, credential: '{}' },
    { id: 'certificate-03', learnerId: null, credential: null },
  ])
  expect(await findTexts(server.database, [guestId])).toEqual([])
})
