import { at } from '../../machines/case/graph/numbers.ts'
import { expect, test } from './fixtures.ts'
import { mouse } from './hands.ts'
import { playerAt } from './player.ts'
import { storedDecisions } from './stored.ts'
import { openingOf, readCase, stopsOf, waysToEndings } from './ways.ts'

const SLUG = 'almost-done'
const source = readCase(SLUG)
const { opening, decision, rest } = openingOf(stopsOf(source, at(waysToEndings(source, 'first'), 0).choices))
const { choice, worst } = decision

test('an address that leads nowhere is answered with 404 and a page that says so and leads on', async ({ page }) => {
  for (const address of [
    '/nothing/here',
    '/cases/no-such-case',
    '/attempts/no-such-attempt',
    '/attempts/00000000-0000-4000-8000-000000000000/debrief',
  ]) {
    const answer = await page.goto(address)
    expect(answer?.status(), address).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here')
    await expect(page).toHaveTitle('There is nothing here · Casewright')
  }
  await page.getByRole('link', { name: 'See the cases' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cases')
})

test('another learner’s attempt does not exist for anyone else', async ({ page, player, browser, server }) => {
  await player.open(SLUG, [...opening, decision])
  const { pathname } = new URL(page.url())
  const stranger = await browser.newContext({ baseURL: server.url })
  const theirs = await stranger.newPage()
  for (const way of ['as nobody', 'as another learner']) {
    for (const address of [pathname, `${pathname}?after=0`, `${pathname}?visit=0`, `${pathname}/debrief`]) {
      const answer = await theirs.goto(address)
      expect(answer?.status(), `${address} ${way}`).toBe(404)
      await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('There is nothing here')
      expect(await theirs.content()).not.toContain(source.title)
    }
    if (way === 'as nobody') await playerAt(theirs, mouse, { script: true }).start(SLUG)
  }
  await stranger.close()
})

for (const script of [true, false]) {
  const how = script ? 'with' : 'without'
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: script })

    test(`a form that no page can have sent changes nothing and is told in plain words (${how} JavaScript)`, async ({
      page,
      player,
      server,
    }) => {
      for (const spoil of [
        { name: 'seq', value: 'minus one' },
        { name: 'seq', value: '0', more: 'rating' },
        { name: 'intent', value: 'improve' },
      ]) {
        await player.open(SLUG, opening)
        await player.isAt(decision)
        const address = page.url()
        await player.mark({ best: choice, worst })
        await page.locator(`#decide input[name=${spoil.name}]`).evaluate((input, { value, more }) => {
          input.setAttribute('value', value)
          if (more === undefined) return
          const extra = input.cloneNode()
          if (extra instanceof HTMLElement) extra.setAttribute('name', more)
          input.after(extra)
        }, spoil)
        const answered = page.waitForResponse((response) => response.request().method() === 'POST')
        await page.getByRole('button', { name: 'Decide' }).click()
        const answer = await answered
        expect(answer.status()).toBe(400)
        await expect(player.heading).toHaveText('This form could not be read')
        expect(await page.content()).not.toMatch(/\.(ts|tsx|js):\d+/)
        expect(storedDecisions(server.database, address)).toEqual([])
      }
    })

    test(`an option that is not on offer is refused in words and nothing is lost (${how} JavaScript)`, async ({
      page,
      player,
      server,
    }) => {
      await player.open(SLUG, opening)
      await player.isAt(decision)
      await player.mark({ best: choice, worst, reason: 'Because of Friday.' })
      await page
        .locator(`#decide input[name=best][value="${choice}"]`)
        .evaluate((input) => input.setAttribute('value', 'a-way-out'))
      await page.getByRole('button', { name: 'Decide' }).click()
      await expect(page.getByRole('alert')).toContainText('That option is not open here.')
      await expect(page.getByRole('textbox')).toHaveValue('Because of Friday.')
      expect(storedDecisions(server.database, page.url())).toEqual([])
    })

    test(`a reason that is too long comes back to be cut (${how} JavaScript)`, async ({ page, player, server }) => {
      await player.open(SLUG, opening)
      await player.isAt(decision)
      await page.getByRole('textbox').evaluate((input) => input.removeAttribute('maxlength'))
      await player.decide({ best: choice, worst, reason: 'x'.repeat(200) })
      await expect(page.getByText('Keep it to 140 characters; this is 200.')).toBeVisible()
      await expect(page.getByRole('textbox')).toHaveValue('x'.repeat(200))
      expect(storedDecisions(server.database, page.url())).toEqual([])
      await player.decide({ best: choice, worst, reason: 'Short.' })
      await player.isAt(at(rest, 0))
      expect(storedDecisions(server.database, page.url())).toMatchObject([{ choice, reason: 'Short.' }])
    })
  })
}

test('a page of the case that is not open yet leads to where the attempt stands, and says so', async ({
  page,
  player,
}) => {
  await player.open(SLUG, opening)
  await player.isAt(decision)
  const attempt = new URL(page.url()).pathname
  for (const address of ['?after=0', '?after=7&beat=0', '?visit=9', '?visit=nowhere', '/debrief']) {
    await page.goto(`${attempt}${address}`)
    await player.isAt(decision)
    if (address !== '/debrief')
      await expect(page.getByRole('status').filter({ hasText: 'not open to you now' })).toBeVisible()
  }
})
