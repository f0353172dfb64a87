import { spawnSync } from 'node:child_process'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { steadyCase } from '../fixtures/steady-case.ts'
import { withOwnFolder } from '../setup/own-folder.ts'
import { startTestServer } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { databaseIn, fileOf, PROVIDER } from '../setup/test-database.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

// What happens to a database that is a file; `postgresql-faults.test.ts` is about the other.
const onFiles = test.skipIf(PROVIDER !== 'sqlite')
const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0

let folder: string

withOwnFolder((own) => {
  folder = own
})

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

/** How often each case was published. */
function publicationsOf(database: string, slugs: ReadonlyArray<string>): Array<unknown> {
  const sql = 'SELECT count(*) AS "times" FROM "Publication" WHERE "slug" = ?'
  return slugs.map((slug) => ({ slug, times: stored<{ times: number }>(database, sql, slug)[0]?.times }))
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

test('two processes that publish the same new cases at once both start, and each case is published once', async () => {
  const slugs = ['one', 'two', 'three', 'four']
  const content = path.join(folder, 'content')
  for (const slug of slugs) {
    await mkdir(path.join(content, 'cases', slug), { recursive: true })
    await writeFile(
      path.join(content, 'cases', slug, 'index.mdx'),
      steadyCase().replace('A steady case', `The case ${slug}`),
    )
  }
  await databaseIn(folder, { isPrepared: true })
  const servers = await Promise.all([startTestServer({ folder, content }), startTestServer({ folder, content })])
  const visitor = aVisitor(servers[0].url)
  expect((await visitor.get('/healthz')).status).toBe(200)
  expect((await visitor.get('/cases/four')).status).toBe(200)
  await Promise.all(servers.map((server) => server.stop()))
  expect(publicationsOf(servers[0].database, slugs)).toEqual(slugs.map((slug) => ({ slug, times: 1 })))
})

test('a clock that jumps back and forth takes decisions as before: none is lost, in order, read for no negative time', async () => {
  const server = await startTestServer({ folder })
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, 'the-2240-trailer')
  for (const days of [-40, 90, -10, 60, -200]) {
    await server.advance(days * 86_400_000)
    const decision = await readDecision(visitor, attempt)
    if (decision === null) throw new Error('Expected an open decision')
    await server.advance(-days * 1_000)
    expect((await visitor.post(attempt, decisionForm(decision))).status).toBe(303)
  }
  expect((await visitor.get('/profile')).status).toBe(200)
  await server.stop()
  const rows = stored(
    server.database,
    'SELECT "seq", "order", "readMs" < 0 AS "isUnread" FROM "Decision" ORDER BY "seq"',
  )
  expect(rows).toEqual([0, 1, 2, 3, 4].map((place) => ({ seq: place, order: place, isUnread: 0 })))
})

onFiles('a database that can’t be opened stops the start', async () => {
  await expect(startTestServer({ folder: `${folder}/missing`, content: 'content' })).rejects.toThrow(/ended with 1/)
})
