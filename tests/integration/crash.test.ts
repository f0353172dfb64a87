import { expect, test } from 'vitest'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { stored } from '../setup/stored.ts'
import { aVisitor, decisionForm, readDecision } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

type Logged = { attemptId: string; seq: number; choice: string }

const PLAYERS = 6
const ROUNDS = 4

test('after kill −9 under load each acknowledged decision is there, once, and play goes on', async () => {
  const { folder, remove } = await temporaryFolder()
  const acknowledged: Array<Logged> = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await startTestServer({ folder })
    const enough = acknowledged.length + 15 + round
    await Promise.all(Array.from({ length: PLAYERS }, () => playUntilKilled(server, acknowledged, enough)))
    expect(rowsIn(server.database)).toEqual(expect.arrayContaining(acknowledged))
  }
  const server = await startTestServer({ folder })
  const rows = rowsIn(server.database)
  expect(acknowledged.length).toBeGreaterThanOrEqual(15 * ROUNDS)
  expect(rows).toEqual(expect.arrayContaining(acknowledged))
  expect(new Set(rows.map(({ attemptId, seq }) => `${attemptId} ${seq}`)).size).toBe(rows.length)
  const before = acknowledged.length
  await playCase(aVisitor(server.url), acknowledged)
  expect(acknowledged.length).toBeGreaterThanOrEqual(before + 11)
  await server.stop()
  await remove()
})

/** Plays case after case until one of the players has killed the server in the middle of what the others do. */
async function playUntilKilled(server: TestServer, acknowledged: Array<Logged>, enough: number): Promise<void> {
  const visitor = aVisitor(server.url)
  try {
    for (;;) await playCase(visitor, acknowledged, () => acknowledged.length >= enough && void server.kill())
  } catch (error) {
    // The server is gone: what was acknowledged before is what counts.
    if (!(error instanceof TypeError)) throw error
  }
}

async function playCase(
  visitor: Visitor,
  acknowledged: Array<Logged>,
  afterEach: () => void = () => {},
): Promise<void> {
  const started = await visitor.post('/cases/the-2240-trailer', { intent: 'start-again' })
  const attempt = started.location ?? ''
  await visitor.get(`${attempt}?after=start`)
  for (;;) {
    const decision = await readDecision(visitor, attempt)
    if (!decision) return
    const answer = await visitor.post(attempt, decisionForm(decision))
    expect(answer.status).toBe(303)
    acknowledged.push({
      attemptId: attempt.split('/').at(-1) ?? '',
      seq: Number(decision.seq),
      choice: decision.options[0] ?? '',
    })
    afterEach()
  }
}

function rowsIn(database: string): Array<Logged> {
  return stored(database, 'SELECT "attemptId", "seq", "choice" FROM "Decision"')
}
