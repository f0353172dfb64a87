import { expect, test } from 'vitest'
import { ENVIRONMENT, fuzz } from '../fuzz/fuzz.ts'
import { withOwnServer } from '../setup/own-server.ts'
import { startTestServer } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'

let server: TestServer
withOwnServer(
  (started) => {
    server = started
  },
  (folder) => startTestServer({ folder, environment: ENVIRONMENT }),
)

const COUNT = 800
/** Always the same ones, so that a change is judged by what it changes; `npm run fuzz` tries others. */
const SEED = 20261122

test('whatever is sent to whichever route, the answer is a plain one, the log has no error, and the server is well afterwards', async () => {
  const { sent, statuses, faults } = await fuzz(server, { count: COUNT, seed: SEED })
  expect(faults).toEqual([])
  expect(sent).toBeGreaterThanOrEqual(COUNT)
  // A fuzz that is turned away at the door everywhere tries nothing.
  for (const status of [200, 303, 400, 404, 422])
    expect([status, statuses.get(status) ?? 0]).toEqual([status, expect.toSatisfy((n: number) => n >= 5)])
  expect((await fetch(new URL('/healthz', server.url))).status).toBe(200)
})
