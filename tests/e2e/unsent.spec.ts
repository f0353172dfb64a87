import type { Page } from '@playwright/test'
import { at } from '../../machines/case/graph/numbers.ts'
import { becomeAuthor } from './author.ts'
import { expect, test } from './fixtures.ts'
import { findOverflow } from './page-faults.ts'
import { storedDecisions } from './stored.ts'
import { openingOf, readCase, stopsOf, waysToEndings } from './ways.ts'

const SLUG = 'the-2240-trailer'
const source = readCase(SLUG)
const { opening, decision, rest } = openingOf(stopsOf(source, at(waysToEndings(source, 'first'), 0).choices))

const notice = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'All that you marked and wrote is still here' })

/** What a proxy answers while the server behind it starts anew. */
async function standIn(page: Page): Promise<void> {
  await page.route(/\.data/, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' })
      : route.fallback(),
  )
}

/** Sends a form twice: no answer comes, the page stays and says so; then the server is back. */
async function sendTwice(page: Page, button: string, expectKept: () => Promise<void>): Promise<void> {
  await standIn(page)
  await page.getByRole('button', { name: button }).click()
  await expect(notice(page)).toBeInViewport()
  await expectKept()
  expect(await findOverflow(page, button)).toEqual([])
  await page.unroute(/\.data/)
  await page.getByRole('button', { name: button }).click()
  await expect(notice(page)).toHaveCount(0)
}

test.describe('while a proxy answers in place of the server', () => {
  test.use({ mayComplain: /status of 502|SyntaxError/ })

  test('what was marked and written stays on the page and is kept when it is sent again', async ({
    page,
    player,
    server,
  }) => {
    await player.open(SLUG, opening)
    await player.isAt(decision)
    await player.mark({ best: decision.choice, worst: decision.worst, confidence: 'Certain', reason: 'It was late.' })
    const attempt = page.url()
    await sendTwice(page, 'Decide', async () => {
      await expect(page.getByRole('textbox', { name: /^Why, in one line\?/ })).toHaveValue('It was late.')
      await expect(page.getByRole('radio', { name: 'Certain' })).toBeChecked()
      expect(storedDecisions(server.database, attempt)).toEqual([])
    })
    await expect(page.getByText('You decided', { exact: true })).toBeVisible()
    expect(storedDecisions(server.database, attempt)).toMatchObject([
      { choice: decision.choice, reason: 'It was late.' },
    ])

    await player.pass(rest)
    const answers = page.locator('#reflect-form').getByRole('textbox')
    for (const answer of await answers.all()) await answer.fill('The Friday rota.')
    await sendTwice(page, 'Open the debrief', async () => {
      for (const answer of await answers.all()) await expect(answer).toHaveValue('The Friday rota.')
    })
    await expect(page).toHaveURL(/\/debrief/)

    const when = page.getByLabel('When this happens')
    await when.fill('Two of eight are ill')
    await page.getByLabel('I will').fill('ask Dana before seven')
    await sendTwice(page, 'Keep this plan', () => expect(when).toHaveValue('Two of eight are ill'))
    await expect(page.getByText('Your plan is kept.')).toBeVisible()
  })

  test('the levels of a blind rating stay marked', async ({ page, player, server }) => {
    await becomeAuthor(page, server)
    await page.goto('/teach/cases/two-front-doors/rate')
    await player.settle()
    const levels = page.locator('.rate-form select')
    for (const level of await levels.all()) await level.selectOption('3')
    await sendTwice(page, 'Send my ratings', async () => {
      for (const level of await levels.all()) await expect(level).toHaveValue('3')
    })
    await expect(page).toHaveURL(/notice=rated$/)
  })

  test('the notice goes with the page that it is about', async ({ page, player }) => {
    await player.open(SLUG, opening)
    await player.isAt(decision)
    await player.mark({ best: decision.choice, worst: decision.worst })
    await standIn(page)
    await page.getByRole('button', { name: 'Decide' }).click()
    await expect(notice(page)).toBeVisible()
    await page.getByRole('link', { name: 'Cases', exact: true }).click()
    await expect(page).toHaveURL(/\/cases$/)
    await expect(notice(page)).toHaveCount(0)
  })
})
