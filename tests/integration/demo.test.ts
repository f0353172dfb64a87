import { execFile } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLibrary } from '../../app/cases/library.server.ts'
import { openDatabase } from '../../app/data/database.server.ts'
import { rebuildProfiles } from '../../app/play/rebuild-profiles.server.ts'
import { query, signedIn } from '../setup/people.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { databaseIn } from '../setup/test-database.ts'
import type { TestServer } from '../setup/server.ts'

let folder: string
let remove: () => Promise<void>
let server: TestServer

beforeAll(async () => {
  const temporary = await temporaryFolder()
  folder = temporary.folder
  remove = temporary.remove
  await databaseIn(folder, { isPrepared: true })
})

afterAll(async () => {
  await server.stop()
  await remove()
})

type Ran = { code: number; text: string }

/** `npm run demo` on the test's database. */
async function runDemo(mode: 'development' | 'production' = 'development'): Promise<Ran> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: mode,
    DATABASE_URL: await databaseIn(folder),
  }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'app/start/demo.ts'], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), text: stdout + stderr })
    })
  })
}

/** The passwords that were printed, by address. */
function passwordsIn({ text }: Ran): Map<string, string> {
  return new Map([...text.matchAll(/(\w+@example\.org) +(\S+)/g)].map(([, email = '', word = '']) => [email, word]))
}

function countIn(table: string): number {
  return query<{ n: number }>(server, `SELECT COUNT(*) AS n FROM "${table}"`)[0]?.n ?? -1
}

test('the demo is refused in production, fills an empty installation once, and lets a visitor look around as anyone', async () => {
  const refused = await runDemo('production')
  expect(refused).toMatchObject({ code: 1, text: expect.stringContaining('Nothing was changed.') })
  const first = await runDemo()
  expect(first.code, first.text).toBe(0)
  server = await startTestServer({ folder })
  expect([countIn('CohortMember'), countIn('Cohort')]).toEqual([30, 1])

  const words = passwordsIn(first)
  expect([...words.keys()]).toEqual(['learner@example.org', 'instructor@example.org', 'admin@example.org'])
  const instructor = await signedIn(server, 'instructor@example.org', words.get('instructor@example.org'))
  const { text: teach } = await instructor.get('/teach')
  const report = /\/teach\/cohorts\/[0-9a-f-]{36}/.exec(teach)?.[0] ?? ''
  const { text } = await instructor.get(report)
  expect(text).toContain('30 of 30 reached an ending.')
  expect(text).toContain('class="bars"')
  const { text: people } = await instructor.get(`${report}/people`)
  expect(people).toContain('Still for 16 days')
  expect(people.match(/Profile<span/g)).toHaveLength(2)
  expect(countIn('Commitment')).toBeGreaterThan(20)
  expect(query(server, 'SELECT 1 FROM "Decision" WHERE "reason" IS NOT NULL').length).toBeGreaterThan(200)
  expect(query(server, `SELECT 1 FROM "Decision" WHERE "acceptedAt" > ?`, new Date().toISOString())).toEqual([])

  const learner = await signedIn(server, 'learner@example.org', words.get('learner@example.org'))
  expect((await learner.get('/profile')).status).toBe(200)
  const admin = await signedIn(server, 'admin@example.org', words.get('admin@example.org'))
  expect((await admin.get('/admin')).status).toBe(200)
}, 300_000)

test('what the demo’s learners are believed to be is what their logs lead to', async () => {
  const db = await openDatabase(server.database)
  try {
    const { learners, differences } = await rebuildProfiles({ db, library: createLibrary(db) }, () => {})
    expect([learners, differences]).toEqual([30, []])
  } finally {
    await db.close()
  }
}, 120_000)

test('run again it adds nothing and tells new passwords; those before are of no use', async () => {
  const before = ['Learner', 'Attempt', 'Decision', 'Account'].map(countIn)
  const again = await runDemo()
  expect(again.text).toContain('Nothing was added')
  expect(['Learner', 'Attempt', 'Decision', 'Account'].map(countIn)).toEqual(before)
  const words = passwordsIn(again)
  expect(words.size).toBe(3)
  await signedIn(server, 'instructor@example.org', words.get('instructor@example.org'))
}, 120_000)
