import { at } from '../../machines/case/graph/numbers.ts'
import { expect, test } from './fixtures.ts'
import { mouse } from './hands.ts'
import { playerAt } from './player.ts'
import { storedDecisions } from './stored.ts'
import { openingOf, readCase, stopsOf, waysToEndings } from './ways.ts'

const SLUG = 'almost-done'
const source = readCase(SLUG)
const { opening, decision, rest } = openingOf(stopsOf(source, at(waysToEndings(source, 'first'), 0).choices))
const { choice, worst, scene } = decision
const next = at(rest, 1)
const { exit } = source.scenes.find(({ id }) => id === scene) ?? {}
const other = exit?.kind === 'decision' ? (exit.choices.find(({ id }) => id !== choice && id !== worst)?.id ?? '') : ''

test('a double click decides once', async ({ page, player, server }) => {
  await player.open(SLUG, opening)
  await player.isAt(decision)
  await player.mark({ best: choice, worst })
  await page.getByRole('button', { name: 'Decide' }).dblclick()
  await expect(page.getByText('You decided', { exact: true })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.getByText('You decided', { exact: true })).toBeVisible()
  expect(storedDecisions(server.database, page.url())).toMatchObject([{ seq: 0, choice, worst }])
})

test('of two tabs that decide alike the second is answered like the first', async ({
  page,
  player,
  server,
  context,
}) => {
  await player.open(SLUG, opening)
  await player.isAt(decision)
  const second = await context.newPage()
  await second.goto(page.url())
  const other = playerAt(second, mouse, { script: true })
  await other.settle()
  await player.decide({ best: choice, worst })
  await expect(page.getByText('You decided', { exact: true })).toBeVisible()
  await other.decide({ best: choice, worst })
  await expect(second.getByText('You decided', { exact: true })).toBeVisible()
  expect(second.url()).toBe(page.url())
  expect(storedDecisions(server.database, page.url())).toHaveLength(1)
})

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script })

    test(`of two tabs that decide differently the second is told that the first stands (${script ? 'with' : 'without'} JavaScript)`, async ({
      page,
      player,
      server,
      context,
    }) => {
      await player.open(SLUG, opening)
      await player.isAt(decision)
      const second = await context.newPage()
      await second.goto(page.url())
      const late = playerAt(second, mouse, { script })
      await late.settle()
      await player.decide({ best: choice, worst })
      await expect(page.getByText('You decided', { exact: true })).toBeVisible()
      await late.decide({ best: other, worst })
      await expect(second.getByRole('status').filter({ hasText: 'You had already decided here' })).toBeInViewport()
      await late.isAt(next)
      expect(storedDecisions(server.database, page.url())).toMatchObject([{ seq: 0, choice, worst }])
    })

    test(`after going back the same form can be sent again and counts once (${script ? 'with' : 'without'} JavaScript)`, async ({
      page,
      player,
      server,
    }) => {
      await player.open(SLUG, opening)
      await player.isAt(decision)
      await player.decide({ best: choice, worst })
      await expect(page.getByText('You decided', { exact: true })).toBeVisible()
      await player.goOn()
      await player.isAt(next)
      await page.goBack()
      await expect(page.getByText('You decided', { exact: true })).toBeVisible()
      await page.goBack()
      // A browser shows the page as it was; where it is made anew, it shows where the attempt stands.
      await expect(page.getByRole('button', { name: 'Decide' })).toBeVisible()
      expect(storedDecisions(server.database, page.url())).toHaveLength(1)
    })
  })
}

test.describe('on a line that breaks', () => {
  test.use({ mayComplain: /net::ERR_CONNECTION_RESET/ })

  test('an answer that is lost on its way back is told, and sending again counts once', async ({
    page,
    player,
    server,
  }) => {
    await player.open(SLUG, opening)
    await player.isAt(decision)
    await page.route(/\.data/, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await player.decide({ best: choice, worst })
    const notice = page.getByRole('alert').filter({ hasText: 'it can’t count twice' })
    await expect(notice).toBeInViewport()
    await page.unroute(/\.data/)
    await page.getByRole('button', { name: 'Decide' }).click()
    await expect(page.getByText('You decided', { exact: true })).toBeVisible()
    await expect(notice).toHaveCount(0)
    expect(storedDecisions(server.database, page.url())).toMatchObject([{ seq: 0, choice }])
  })
})
