import { cp } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgresql } from '../setup/postgresql-server.ts'
import type { PostgresqlServer } from '../setup/postgresql-server.ts'
import { startFailingLine } from '../setup/failing-line.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { PROVIDER } from '../setup/test-database.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'

// What happens to a server of PostgreSQL that is this file's own; `faults.test.ts` is about a database in a file.
const onServer = test.runIf(PROVIDER === 'postgresql')

const SLUG = 'the-2240-trailer'

let postgresql: PostgresqlServer
let folder: string
let remove: () => Promise<void>
let content: string

beforeAll(async () => {
  if (PROVIDER !== 'postgresql') return
  const made = await temporaryFolder()
  folder = made.folder
  remove = made.remove
  content = path.join(folder, 'content')
  await cp(`content/cases/${SLUG}`, path.join(content, 'cases', SLUG), { recursive: true })
  postgresql = await startPostgresql()
})

afterAll(async () => {
  if (PROVIDER !== 'postgresql') return
  await postgresql.remove()
  await remove()
})

function start(url: string): Promise<TestServer> {
  return startTestServer({ folder, content, environment: { DATABASE_URL: url } })
}

async function aDecision(server: TestServer) {
  const visitor = aVisitor(server.url)
  const attempt = await startCase(visitor, SLUG)
  const decision = await readDecision(visitor, attempt)
  if (!decision) throw new Error('Expected an open decision')
  return { visitor, attempt, form: decisionForm(decision) }
}

function decisionsIn(url: string): number {
  return stored<{ count: number }>(url, 'SELECT count(*) AS "count" FROM "Decision"')[0]?.count ?? -1
}

onServer(
  'a decision whose acknowledgement was lost on the way is answered like the first when it is sent again',
  async () => {
    const url = await postgresql.database('lost')
    const proxy = await startFailingLine(Number(new URL(url).port))
    const server = await start(Object.assign(new URL(url), { port: String(proxy.port) }).href)
    const { visitor, attempt, form } = await aDecision(server)
    // What is read comes back: the answers are lost from the moment on at which the decision is written.
    stored(
      url,
      `CREATE FUNCTION told() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END'`,
    )
    stored(url, 'CREATE TRIGGER told BEFORE INSERT ON "Decision" FOR EACH ROW EXECUTE FUNCTION told()')
    const sent = visitor.post(attempt, form)
    const writing = `SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = 'lost'`
    await expect.poll(() => stored(url, writing).length, { interval: 10, timeout: 10_000 }).toBe(1)
    proxy.loseAnswers()
    const answer = await sent
    expect(answer.status).toBe(503)
    expect(answer.text).not.toMatch(/Prisma|at .*\.ts:|node_modules|only.for.tests/)
    expect(proxy.cut()).toBeGreaterThan(0)
    proxy.mend()
    await expect.poll(() => decisionsIn(url)).toBe(1)
    await expect.poll(async () => (await visitor.post(attempt, form)).location).toBe(`${attempt}?after=0`)
    expect(decisionsIn(url)).toBe(1)
    expect(server.output()).not.toMatch(/only.{1,3}for.{1,3}tests/)
    await server.stop()
    await proxy.stop()
  },
)

onServer(
  'under load the server is stopped and started and connections are cut: nothing acknowledged is lost or doubled, and it recovers by itself',
  async () => {
    const url = await postgresql.database('load')
    const server = await start(url)
    const acknowledged: Array<string> = []
    const load = { isOver: false }
    const players = Promise.all(Array.from({ length: 6 }, () => play(server, acknowledged, load)))
    for (let round = 0; round < 6; round += 1) {
      await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(5 * round)
      stored(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'casewright'`)
    }
    const before = acknowledged.length
    await postgresql.stop()
    expect((await fetch(new URL('/healthz', server.url))).status).toBe(503)
    await postgresql.start()
    const health = async () => (await fetch(new URL('/healthz', server.url))).status
    await expect.poll(health, { timeout: 20_000 }).toBe(200)
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 20)
    load.isOver = true
    await players
    await server.stop()
    // The line of the test itself was cut too.
    await expect.poll(() => decisionsIn(url)).toBeGreaterThanOrEqual(acknowledged.length)
    const kept = stored<Logged>(url, 'SELECT "attemptId", "seq", "choice" FROM "Decision"').map(told)
    expect(kept).toEqual(expect.arrayContaining(acknowledged))
    expect(new Set(kept).size).toBe(kept.length)
    expect(before).toBeGreaterThan(25)
    expect(server.output()).not.toMatch(/unhandled|uncaught/i)
  },
)

type Logged = { attemptId: string; seq: number; choice: string }

function told({ attemptId, seq, choice }: Logged): string {
  return `${attemptId} ${seq} ${choice}`
}

/** Plays case after case until the load is over; what fails is sent again, as a person would. */
async function play(server: TestServer, acknowledged: Array<string>, load: { isOver: boolean }): Promise<void> {
  const visitor = aVisitor(server.url)
  while (!load.isOver) {
    const started = await visitor.post(`/cases/${SLUG}`, { intent: 'start-again' })
    const attempt = started.location
    if (attempt === null || !attempt.startsWith('/attempts/')) {
      await pause(50)
      continue
    }
    await visitor.get(`${attempt}?after=start`)
    await playAttempt(visitor, attempt, acknowledged, load)
  }
}

async function playAttempt(
  visitor: ReturnType<typeof aVisitor>,
  attempt: string,
  acknowledged: Array<string>,
  load: { isOver: boolean },
): Promise<void> {
  for (let failures = 0; !load.isOver && failures < 20;) {
    const decision = await readDecision(visitor, attempt)
    const answer = decision && (await visitor.post(attempt, decisionForm(decision)))
    if (decision && answer?.location === `${attempt}?after=${decision.seq}`)
      acknowledged.push(`${attempt.split('/').at(-1)} ${decision.seq} ${decision.options[0]}`)
    else {
      failures += 1
      await pause(50)
    }
  }
}
