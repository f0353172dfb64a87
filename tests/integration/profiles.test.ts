import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLibrary } from '../../app/cases/library.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import { rebuildProfiles } from '../../app/play/rebuild-profiles.server.ts'
import type { Difference } from '../../app/play/rebuild-profiles.server.ts'
import { MODEL_VERSION } from '../../machines/score/profile.ts'
import { readProfile } from '../../machines/score/read-profile.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { change, query } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

let server: TestServer
withOwnServer((started) => {
  server = started
})

const MINUTE_MS = 60_000

type Row = { learnerId: string; modelVersion: number; decisions: number; json: string }

function learnerOf(attempt: string): string {
  const [row] = query<{ learnerId: string }>(
    server,
    'SELECT "learnerId" FROM "Attempt" WHERE "id" = ?',
    attempt.split('/').at(-1) ?? '',
  )
  if (!row) throw new Error(`Expected ${attempt} to be stored`)
  return row.learnerId
}

function profileRow(learnerId: string): Row | undefined {
  return query<Row>(server, 'SELECT * FROM "Profile" WHERE "learnerId" = ?', learnerId)[0]
}

/** Reads for a minute and decides; the option is the one at this place of those on offer. */
async function decide(visitor: Visitor, attempt: string, pick = 0): Promise<boolean> {
  const open = await readDecision(visitor, attempt)
  if (!open) return false
  await server.advance(MINUTE_MS)
  const best = open.options[pick % open.options.length] ?? ''
  const worst = open.options[(pick + 1) % open.options.length] ?? ''
  await visitor.post(attempt, { ...decisionForm(open), best, ...(open.options.length > 2 ? { worst } : {}) })
  return true
}

/** Rebuilds all profiles and gives those that differed from what was kept. */
async function differences(): Promise<Array<Difference>> {
  const db = await openDatabase(server.database)
  try {
    return (await rebuildProfiles({ db, library: createLibrary(db) }, () => {})).differences
  } finally {
    await db.close()
  }
}

/** What `npm run profiles:rebuild` says. */
async function rebuild(): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('node', ['--import', 'tsx', 'app/start/rebuild-profiles.ts'], {
    env: { ...process.env, DATABASE_URL: server.database },
  })
  expect(stderr).toBe('')
  return stdout
}

test('each decision leaves a profile that covers the whole log', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  for (let taken = 1; taken <= 3; taken += 1) {
    await decide(visitor, attempt)
    expect(profileRow(learnerOf(attempt))).toMatchObject({ modelVersion: MODEL_VERSION, decisions: taken })
  }
})

test('a rushed answer leaves what is known as it was', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  const open = await readDecision(visitor, attempt)
  if (!open) throw new Error('Expected an open decision')
  await visitor.post(attempt, decisionForm(open))
  const profile = readProfile(JSON.parse(profileRow(learnerOf(attempt))?.json ?? 'null'))
  expect(profile?.dimensions).toMatchObject({ execution: { decisions: 0 }, influence: { decisions: 0 } })
  expect(profile?.belief.mean).toEqual(Array.from({ length: 17 }, () => 1))
})

test('kept step by step, a profile has the same bits as rebuilt from the log, whatever is played in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ case: fc.nat(2), pick: fc.nat(3), idleHours: fc.constantFrom(0, 0, 7, 900) }), {
        minLength: 4,
        maxLength: 14,
      }),
      async (acts) => {
        const visitor = aVisitor(server.url)
        // The same case twice: the second attempt meets again what the first has met.
        const attempts: Array<string> = []
        for (const slug of ['the-2240-trailer', 'almost-done']) attempts.push(await startCase(visitor, slug))
        const again = await visitor.post('/cases/the-2240-trailer', { intent: 'start-again' })
        attempts.push(again.location ?? '')
        await visitor.get(`${again.location}?after=start`)
        for (const act of acts) {
          await server.advance(act.idleHours * 60 * MINUTE_MS)
          await decide(visitor, attempts[act.case] ?? '', act.pick)
        }
      },
    ),
    { numRuns: 6 },
  )
  expect(await differences()).toEqual([])
}, 300_000)

test.each([
  ['is missing', 'DELETE FROM "Profile" WHERE "learnerId" = ?'],
  [
    'is of another version of the model',
    'UPDATE "Profile" SET "modelVersion" = "modelVersion" - 1 WHERE "learnerId" = ?',
  ],
  ['covers another number of decisions', 'UPDATE "Profile" SET "decisions" = "decisions" + 1 WHERE "learnerId" = ?'],
  ['is no JSON', `UPDATE "Profile" SET "json" = '{"modelVersion":' WHERE "learnerId" = ?`],
])('a kept profile that %s is rebuilt from the log by the next decision', async (_, sql) => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'almost-done')
  for (let taken = 0; taken < 3; taken += 1) await decide(visitor, attempt, taken)
  change(server, sql, learnerOf(attempt))
  await decide(visitor, attempt)
  expect(profileRow(learnerOf(attempt))).toMatchObject({ modelVersion: MODEL_VERSION, decisions: 4 })
  expect(await differences()).toEqual([])
})

test('rebuilding tells which kept profile differed from its log and how, and puts it right', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'almost-done')
  await decide(visitor, attempt)
  const learner = learnerOf(attempt)
  const before = profileRow(learner)
  change(
    server,
    `UPDATE "Profile" SET "json" = replace("json", '"almost-done"', '"another"') WHERE "learnerId" = ?`,
    learner,
  )
  expect(await rebuild()).toContain(`${learner}: other numbers than the log leads to\n`)
  expect(profileRow(learner)).toEqual(before)
  change(server, 'DELETE FROM "Profile" WHERE "learnerId" = ?', learner)
  expect(await differences()).toEqual([{ learnerId: learner, what: 'none was kept' }])
  expect(await differences()).toEqual([])
})

test('a decision builds on the profile that the database keeps, whatever this process remembers of it', async () => {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'almost-done')
  await decide(visitor, attempt)
  const learner = learnerOf(attempt)
  change(
    server,
    `UPDATE "Profile" SET "json" = replace("json", '"almost-done"', '"another"') WHERE "learnerId" = ?`,
    learner,
  )
  await decide(visitor, attempt)
  expect(profileRow(learner)).toMatchObject({ json: expect.stringContaining('"another"') })
  expect(await rebuild()).toContain(`${learner}: other numbers than the log leads to\n`)
})

test('two attempts that are decided in at once lose no decision of the profile', async () => {
  const visitor = aVisitor(server.url)
  const attempts = [await startCase(visitor, 'the-2240-trailer'), await startCase(visitor, 'green-boxes')]
  for (let round = 0; round < 3; round += 1) {
    await server.advance(MINUTE_MS)
    await Promise.all(attempts.map((attempt) => decide(visitor, attempt, round)))
  }
  expect(profileRow(learnerOf(attempts[0] ?? ''))?.decisions).toBe(6)
  expect(await differences()).toEqual([])
})
