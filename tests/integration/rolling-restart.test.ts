import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { aProxy } from '../setup/proxy.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { aVisitor, decisionForm, readDecision } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

const PLAYERS = 4
const DRAIN_SECONDS = '1.5'

type Taken = { attemptId: string; seq: number }

test('while one process after the other is told to stop and the next takes over, no request is lost', async () => {
  const { folder, remove } = await temporaryFolder()
  const proxy = await aProxy()
  const start = async () => {
    const server = await startTestServer({ folder, environment: { DRAIN_SECONDS } })
    proxy.add(server.url)
    await expect.poll(() => proxy.sentTo(server.url) > 0 || players.length === 0, { timeout: 10_000 }).toBe(true)
    return server
  }
  const taken: Array<Taken> = []
  let isOver = false
  const players: Array<Promise<void>> = []
  let server = await start()
  await expect.poll(async () => (await fetch(new URL('/cases', proxy.url))).status).toBe(200)
  for (let place = 0; place < PLAYERS; place += 1) players.push(play(aVisitor(proxy.url), taken, () => isOver))
  for (let round = 0; round < 2; round += 1) {
    const next = await start()
    const before = taken.length
    await server.stop()
    expect(server.process.exitCode).toBe(0)
    expect(taken.length).toBeGreaterThan(before)
    server = next
  }
  await wait(300)
  isOver = true
  await Promise.all(players)
  expect(stored<Taken>(server.database, 'SELECT "attemptId", "seq" FROM "Decision"')).toEqual(
    expect.arrayContaining(taken),
  )
  await server.stop()
  await proxy.stop()
  await remove()
})

/** Plays case after case. Fails at the first answer that is not what a page gives to one who plays by the rules. */
async function play(visitor: Visitor, taken: Array<Taken>, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const started = await visitor.post('/cases/the-2240-trailer', { intent: 'start-again' })
    const attempt = started.location ?? `nowhere: ${started.status} ${started.text.slice(0, 300)}`
    expect([(await visitor.get(`${attempt}?after=start`)).status, attempt]).toEqual([200, attempt])
    for (let isPlaying = true; isPlaying && !isOver();) {
      const decision = await readDecision(visitor, attempt)
      isPlaying = decision !== null
      if (decision === null) continue
      const answer = await visitor.post(attempt, decisionForm(decision))
      expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, ''])
      taken.push({ attemptId: attempt.split('/').at(-1) ?? '', seq: Number(decision.seq) })
    }
  }
}

test('a process that is told to stop is alive and no longer ready, and answers while a proxy finds out', async () => {
  const { folder, remove } = await temporaryFolder()
  const server = await startTestServer({ folder, environment: { DRAIN_SECONDS } })
  const visitor = aVisitor(server.url)
  const before = await visitor.get('/healthz/ready')
  expect([before.status, before.text, before.headers.get('Connection')]).toEqual([
    200,
    '{"status":"ready"}',
    'keep-alive',
  ])
  const stopped = server.stop()
  await expect.poll(async () => (await visitor.get('/healthz/ready')).status, { interval: 20 }).toBe(503)
  expect((await visitor.get('/healthz/ready')).text).toBe('{"status":"stopping"}')
  expect((await visitor.get('/healthz/live')).text).toBe('{"status":"alive"}')
  const page = await visitor.get('/cases')
  expect([page.status, page.headers.get('Connection')]).toEqual([200, 'close'])
  await stopped
  expect(server.process.exitCode).toBe(0)
  expect(server.output()).toBe('')
  await remove()
})

test('a process that can’t read its database is alive and not ready', async () => {
  const { folder, remove } = await temporaryFolder()
  const server = await startTestServer({ folder })
  const visitor = aVisitor(server.url)
  stored(server.database, 'ALTER TABLE "Learner" RENAME TO "Away"')
  const asked = await Promise.all(['ready', 'live'].map((what) => visitor.get(`/healthz/${what}`)))
  expect(asked.map(({ status, text }) => [status, text])).toEqual([
    [503, '{"status":"failing"}'],
    [200, '{"status":"alive"}'],
  ])
  stored(server.database, 'ALTER TABLE "Away" RENAME TO "Learner"')
  expect((await visitor.get('/healthz/ready')).status).toBe(200)
  await server.stop()
  await remove()
})
