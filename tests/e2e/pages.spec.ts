import { expect, test } from './fixtures.ts'
import { findFaults, findOverflow } from './page-faults.ts'
import { seeEveryPage } from './page-kinds.ts'

// The error page is made by an error, which the server's answer tells the browser.
test.use({ mayComplain: /status of 500/ })
test.describe.configure({ timeout: 900_000 })

test('axe finds nothing on any page, in light and in dark, on a phone and on a wide screen', async ({
  page,
  player,
  server,
}) => {
  const found: Array<string> = []
  await seeEveryPage(
    { page, player, database: server.database },
    async (kind) => void found.push(...(await findFaults(page, kind))),
  )
  expect(found).toEqual([])
})

test('no page scrolls sideways from 320 px up', async ({ page, player, server }) => {
  const found: Array<string> = []
  await seeEveryPage(
    { page, player, database: server.database },
    async (kind) => void found.push(...(await findOverflow(page, kind))),
  )
  expect(found).toEqual([])
})
