import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runOperation } from '../setup/operation.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { databaseIn } from '../setup/test-database.ts'
import { aVisitor, decisionForm, readDecision, startCase } from '../setup/visitor.ts'

test('a backup taken while decisions are taken, restored in an empty place, has every decision acknowledged before, and play goes on', async () => {
  const [here, elsewhere] = [await temporaryFolder(), await temporaryFolder()]
  const server = await startTestServer({ folder: here.folder })
  const file = path.join(here.folder, 'backup.db')
  const acknowledged: Array<string> = []
  const over = new AbortController()
  const players = Array.from({ length: 4 }, () => playUntil(server.url, acknowledged, over.signal))
  await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(20)
  const before = [...acknowledged]
  const done = await runOperation('backup', [file], { DATABASE_URL: server.database })
  const during = acknowledged.length - before.length
  over.abort()
  await Promise.all(players)
  await server.stop()
  expect([done.status, done.stderr]).toEqual([0, ''])
  expect(done.stdout).toMatch(/read back and found the same\.\nThe secret is not in it/)
  // The server was not held up meanwhile.
  expect(during).toBeGreaterThan(0)
  expect(statSync(file).mode & 0o077).toBe(0)

  const DATABASE_URL = await databaseIn(elsewhere.folder)
  const restored = await runOperation('restore', [file], { DATABASE_URL })
  expect([restored.status, restored.stderr]).toEqual([0, ''])
  const again = await startTestServer({ folder: elsewhere.folder })
  const rows = stored<{ place: string }>(DATABASE_URL, `SELECT "attemptId" || ' ' || "seq" AS "place" FROM "Decision"`)
  expect(rows.map(({ place }) => place)).toEqual(expect.arrayContaining(before))
  await startCase(aVisitor(again.url), 'the-2240-trailer')
  await again.stop()
  await here.remove()
  await elsewhere.remove()
})

async function playUntil(url: string, acknowledged: Array<string>, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const visitor = aVisitor(url)
    const attempt = await startCase(visitor, 'the-2240-trailer')
    for (let decision = await readDecision(visitor, attempt); decision && !over.aborted;) {
      expect((await visitor.post(attempt, decisionForm(decision))).status).toBe(303)
      acknowledged.push(`${attempt.split('/').at(-1)} ${decision.seq}`)
      decision = await readDecision(visitor, attempt)
    }
  }
}
