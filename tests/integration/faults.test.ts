import { spawnSync } from 'node:child_process'
import { rename } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { PROVIDER, fileOf } from '../setup/test-database.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

// What happens to a database that is a file; `postgresql-faults.test.ts` is about the other.
const onFiles = test.skipIf(PROVIDER !== 'sqlite')
const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0

let folder: string
let removeFolder: () => Promise<void>

beforeEach(async () => {
  const made = await temporaryFolder()
  folder = made.folder
  removeFolder = made.remove
})

afterEach(() => removeFolder())

async function aDecision(server: TestServer) {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  const decision = await readDecision(visitor, attempt)
  if (!decision) throw new Error('Expected an open decision')
  return { visitor, attempt, form: decisionForm(decision) }
}

function decisionsIn(database: string): number {
  return stored<{ count: number }>(database, 'SELECT count(*) AS "count" FROM "Decision"')[0]?.count ?? -1
}

/** Makes every write to a file fail as on a full disk, or no longer. */
function limitFileSize(server: TestServer, bytes: number | 'unlimited'): void {
  const { status } = spawnSync('prlimit', ['--pid', String(server.process.pid), `--fsize=${bytes}:unlimited`])
  if (status !== 0) throw new Error(`prlimit ended with ${status}`)
}

async function expectsClearError(visitor: Visitor, send: () => ReturnType<Visitor['post']>): Promise<void> {
  const answer = await send()
  expect(answer.status).toBe(503)
  expect(answer.text).toContain('Something went wrong on our side')
  expect(answer.text).not.toMatch(/Prisma|SQLITE|at .*\.ts:|node_modules/)
  expect(visitor.cookie()).not.toBe('')
}

onFiles(
  'while another program holds the database, a decision gets a clear page, and once it is free the same decision is taken',
  async () => {
    const server = await startTestServer({ folder })
    const { visitor, attempt, form } = await aDecision(server)
    const other = new Database(fileOf(server.database))
    other.exec('BEGIN EXCLUSIVE')
    await expectsClearError(visitor, () => visitor.post(attempt, form))
    const health = await visitor.get('/healthz')
    expect(health.status).toBe(503)
    other.exec('ROLLBACK')
    other.close()
    expect(decisionsIn(server.database)).toBe(0)
    expect((await visitor.post(attempt, form)).location).toBe(`${attempt}?after=0`)
    expect(decisionsIn(server.database)).toBe(1)
    expect((await visitor.get('/healthz')).status).toBe(200)
    await server.stop()
  },
)

test.skipIf(!hasPrlimit || PROVIDER !== 'sqlite')(
  'on a full disk a decision gets a clear page and is not half saved; with room again, it is taken',
  async () => {
    const server = await startTestServer({ folder })
    const { visitor, attempt, form } = await aDecision(server)
    limitFileSize(server, 0)
    await expectsClearError(visitor, () => visitor.post(attempt, form))
    expect((await visitor.get('/healthz')).status).toBe(503)
    limitFileSize(server, 'unlimited')
    expect(decisionsIn(server.database)).toBe(0)
    expect((await visitor.post(attempt, form)).location).toBe(`${attempt}?after=0`)
    expect(decisionsIn(server.database)).toBe(1)
    await server.stop()
  },
)

onFiles(
  'a server whose database file was taken away acknowledges nothing, says so, and goes on when it is back',
  async () => {
    const server = await startTestServer({ folder })
    const { visitor, attempt, form } = await aDecision(server)
    const file = fileOf(server.database)
    await rename(file, `${file}.away`)
    await expectsClearError(visitor, () => visitor.post(attempt, form))
    expect((await visitor.get('/healthz')).status).toBe(503)
    await rename(`${file}.away`, file)
    expect((await visitor.post(attempt, form)).location).toBe(`${attempt}?after=0`)
    expect(decisionsIn(server.database)).toBe(1)
    await server.stop()
  },
)

onFiles('a database that can’t be opened stops the start', async () => {
  await expect(startTestServer({ folder: `${folder}/missing`, content: 'content' })).rejects.toThrow(/ended with 1/)
})
