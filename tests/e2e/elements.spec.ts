import { at } from '../../machines/case/graph/numbers.ts'
import { expect, test } from './fixtures.ts'
import { mouse } from './hands.ts'
import { findFaults, findOverflow } from './page-faults.ts'
import { EVERY_ELEMENT, seeEveryElement } from './page-kinds.ts'
import { playerAt } from './player.ts'
import { storedDecisions } from './stored.ts'
import { openingOf, readCase, stopsOf } from './ways.ts'

const { content, slug } = EVERY_ELEMENT
test.use({ content })

const { opening, decision, rest } = openingOf(stopsOf(readCase(slug, content), ['maps-go', 'prop', 'in-turns', 'ask']))
const LIMIT_MS = 60_000

test('axe finds nothing in any element of the language, in light and in dark, on a phone and on a wide screen', async ({
  page,
  player,
}) => {
  test.setTimeout(300_000)
  const found: Array<string> = []
  await seeEveryElement({ page, player }, async (kind) => void found.push(...(await findFaults(page, kind))))
  expect(found).toEqual([])
})

test('no element of the language makes a page scroll sideways from 320 px up', async ({ page, player }) => {
  const found: Array<string> = []
  await seeEveryElement({ page, player }, async (kind) => void found.push(...(await findOverflow(page, kind))))
  expect(found).toEqual([])
})

test('pictures are shown with their text and caption, and every artefact with its parts', async ({ page, player }) => {
  await player.start(slug)
  await player.begin()
  const figure = page.getByRole('figure').filter({ hasText: 'The river since noon' })
  await expect(figure.getByRole('img', { name: /^A line that climbs/ })).toBeVisible()
  for (const image of await page.locator('main img').all()) {
    await image.scrollIntoViewIfNeeded()
    await expect(image).toHaveJSProperty('complete', true)
    expect(await image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0))).toBe(
      480,
    )
  }
  await expect(page.getByRole('note', { name: 'What is yours to decide' })).toContainText('You may move things.')
  await expect(page.getByText('It will be dry again by Thursday')).toBeVisible()
  await player.pass(opening)
  await player.isAt(decision)
  const mail = page.getByRole('figure', { name: 'E-mail' })
  for (const part of ['Edda Lund', 'One crate', '14:18', 'and I will pack it.']) await expect(mail).toContainText(part)
  await player.pass([decision])
  await expect(
    page.getByRole('figure').filter({ hasText: 'Waybill' }).getByRole('cell', { name: '41 kg' }),
  ).toBeVisible()
  await player.pass(rest.slice(0, 2))
  await expect(page.getByRole('figure').filter({ hasText: 'Ledger crew' }).getByRole('listitem')).toHaveCount(2)
})

test('a variable with a label is shown as a meter that moves with the choices, one without a label is not', async ({
  page,
  player,
}) => {
  await player.open(slug, opening)
  await player.isAt(decision)
  const meters = page.getByRole('complementary')
  await expect(meters.getByRole('term')).toHaveText(['Calm in the room', 'Door propped open'])
  await expect(meters.getByRole('definition')).toHaveText(['2 of 4', 'No'])
  await expect(meters.locator('svg line.full')).toHaveCount(2)
  await player.pass([decision, at(rest, 0), at(rest, 1)])
  await player.isAt(at(rest, 2))
  await expect(meters.getByRole('definition')).toHaveText(['1 of 4', 'Yes'])
})

test('prose that depends on a choice is shown where its condition holds and nowhere else', async ({ page, player }) => {
  await player.open(slug, opening)
  await expect(page.getByText('Tomas whistles on the stairs.')).toBeVisible()
  expect(await page.content()).not.toContain('Nobody whistles now.')
  await player.pass([decision, ...rest.slice(0, 2)])
  await expect(page.getByText('The draught from the porch turns the pages.')).toBeVisible()
  expect(await page.content()).not.toContain('The air stands still and smells of glue.')
})

test('with two options, or where the author says so, nobody is asked what would do most harm', async ({
  page,
  player,
  server,
}) => {
  await player.open(slug, [...opening, decision, at(rest, 0)])
  for (const [place, options] of [2, 4].entries()) {
    const stop = at(rest, place + 1)
    await player.isAt(stop)
    await expect(page.getByRole('radiogroup', { name: 'What you would do' }).getByRole('radio')).toHaveCount(options)
    await expect(page.getByRole('radiogroup', { name: 'What would do most harm' })).toHaveCount(0)
    await player.pass([stop])
  }
  await expect(page.getByText('You decided', { exact: true })).toBeVisible()
  expect(storedDecisions(server.database, page.url()).map(({ worst }) => worst)).toEqual(['none-goes', null, null])
})

test('a choice without an outcome leads straight on, and the next heading takes the focus', async ({
  page,
  player,
}) => {
  await player.open(slug, opening)
  await player.decide({ best: 'edda-says', worst: 'none-goes' })
  await player.isAt(at(rest, 1))
  await expect(player.heading).toBeFocused()
  await expect(player.heading).toBeInViewport()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
})

test('the debrief says which decisions are not rated, and opens at once where an ending asks nothing', async ({
  page,
  player,
}) => {
  const stops = stopsOf(readCase(slug, content), ['edda-says', 'prop', 'in-turns', 'ask'])
  await player.open(slug, stops)
  await player.reflect('')
  const steps = page.locator('details.step')
  await expect(steps).toHaveCount(4)
  await expect(steps.nth(1).locator('summary')).toContainText('Not rated')
  await expect(steps.nth(0).locator('summary')).toContainText('Execution 1')
})

test.describe('a time limit', () => {
  test('counts down, decides when it has passed, and says so', async ({ page, player, server }) => {
    await player.open(slug, opening)
    await player.isAt(decision)
    await expect(page.getByRole('timer')).toHaveText(/^(1:00|0:5\d)$/)
    await server.advance(LIMIT_MS - 8_000)
    await page.reload()
    await player.settle()
    await player.mark({ best: 'maps-go', worst: null })
    await expect(page.getByText('Time ran out, and this is what was done')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('The van drives off empty.')).toBeVisible()
    await expect(player.heading).toBeFocused()
    expect(storedDecisions(server.database, page.url())).toMatchObject([
      { choice: 'none-goes', worst: null, timedOut: true },
    ])
  })

  test('can be switched off before a case is started', async ({ page, player, server }) => {
    await page.goto(`/cases/${slug}`)
    await player.settle()
    await page.getByRole('checkbox', { name: 'Play without time limits' }).check()
    await page.getByRole('button', { name: 'Start the case' }).click()
    await player.begin()
    await player.pass(opening)
    await player.isAt(decision)
    await expect(page.getByRole('timer')).toHaveCount(0)
    await server.advance(LIMIT_MS * 10)
    await player.pass([decision])
    await expect(page.getByText('You decided', { exact: true })).toBeVisible()
    expect(storedDecisions(server.database, page.url())).toMatchObject([{ choice: 'maps-go', timedOut: false }])
  })

  test('is kept by the server where no script counts', async ({ browser, server }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })
    const page = await context.newPage()
    const player = playerAt(page, mouse, { script: false })
    await player.open(slug, opening)
    await player.isAt(decision)
    await expect(page.getByText(/When it has passed, the case goes on without you/)).toBeVisible()
    await server.advance(LIMIT_MS + 5_000)
    await player.decide({ best: 'maps-go', worst: 'none-goes' })
    await expect(page.getByText('Time ran out, and this is what was done')).toBeVisible()
    expect(storedDecisions(server.database, page.url())).toMatchObject([
      { choice: 'none-goes', worst: null, timedOut: true },
    ])
    await context.close()
  })
})
