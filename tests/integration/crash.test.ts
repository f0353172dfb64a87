import { expect, test } from 'vitest'
import { killAgainAndAgain } from '../setup/kills.ts'
import { temporaryFolder } from '../setup/server.ts'

test('after kill −9 under load each acknowledged decision is there, once, and play goes on', async () => {
  const { folder, remove } = await temporaryFolder()
  const plan = { kills: 4, players: 6, folder, until: (round: number) => 15 + round }
  const { acknowledged, ...found } = await killAgainAndAgain(plan)
  expect(acknowledged).toBeGreaterThanOrEqual(4 * 15)
  expect(found).toEqual({ kills: 4, resent: expect.any(Number), lost: 0, doubled: 0, gaps: 0 })
  await remove()
})
