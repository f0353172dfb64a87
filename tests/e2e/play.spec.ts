import { at } from '../../machines/case/graph/numbers.ts'
import { expect, test } from './fixtures.ts'
import { attemptOf, storedDecisions } from './stored.ts'
import { openingOf, readCase, stopsOf, waysToEndings } from './ways.ts'

const SLUG = 'the-2240-trailer'
const source = readCase(SLUG)
const stops = stopsOf(source, at(waysToEndings(source, 'first'), 0).choices)
const { opening, decision, rest } = openingOf(stops)
const { choice, worst } = decision
/** What follows at once, and the next decision. */
const [outcome, next] = [at(rest, 0), at(rest, 1)]
const DAY_MS = 86_400_000

test('a visitor starts a case as a guest with one click and reads its brief', async ({ page, player, context }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Play a case now' }).click()
  await expect(page).toHaveURL(/\/attempts\/[0-9a-f-]{36}$/)
  await expect(player.heading).toHaveText(source.title)
  for (const { name } of source.people) await expect(page.getByText(name, { exact: true })).toBeVisible()
  const cookies = await context.cookies()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatchObject({ name: 'casewright', httpOnly: true, sameSite: 'Lax', path: '/' })
  await player.begin()
  await expect(player.heading).toHaveText(at(opening, 0).title)
})

test('between scenes no page is loaded, the new heading takes the focus and the window is named after it', async ({
  page,
  player,
}) => {
  await player.start(SLUG)
  let loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1
  })
  await player.begin()
  for (const stop of stops.slice(0, 6)) {
    await player.isAt(stop)
    await expect(player.heading).toBeFocused()
    await expect(player.heading).toBeInViewport()
    await expect(page).toHaveTitle(`${stop.title}, ${source.title} · Casewright`)
    await player.pass([stop])
  }
  expect(loads).toBe(0)
})

test('a page that comes without a load has the focus on its heading: brief, debrief and library too', async ({
  page,
  player,
}) => {
  await page.goto('/')
  await player.settle()
  await page.getByRole('button', { name: 'Play a case now' }).click()
  await expect(player.heading).toHaveText(source.title)
  await expect(player.heading).toBeFocused()
  await player.begin()
  await player.pass(stops)
  await player.reflect('The rota.')
  await expect(player.heading).toBeFocused()
  await expect(player.heading).toBeInViewport()
  await page.getByRole('link', { name: 'All cases' }).click()
  await expect(player.heading).toHaveText('Cases')
  await expect(player.heading).toBeFocused()
  await expect(player.heading).toBeInViewport()
  await page.getByRole('banner').getByRole('link', { name: 'Casewright' }).click()
  await expect(page).toHaveURL('/')
  await expect(player.heading).toBeFocused()
})

test('nothing moves for those who ask for no motion', async ({ page, player }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await player.open(SLUG, opening)
  await player.isAt(decision)
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
      const isStill = animationName === 'none' && /^0s(, 0s)*$/.test(transitionDuration) && scrollBehavior === 'auto'
      return isStill ? [] : [element.outerHTML.slice(0, 80)]
    }),
  )
  expect(moving).toEqual([])
})

test('the options stand in the same order at every reload, and not in every attempt alike', async ({
  page,
  player,
}) => {
  const order = () =>
    page.locator('#decide input[name=best]').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')))
  const orders = new Set<string>()
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await player.open(SLUG, opening)
    await player.isAt(decision)
    const shown = await order()
    await page.reload()
    expect(await order()).toEqual(shown)
    orders.add(shown.join(' '))
  }
  expect(orders.size).toBeGreaterThan(1)
})

test('a scene that was read can be read again with what was decided there, and nothing of it can be changed', async ({
  page,
  player,
}) => {
  await player.open(SLUG, [...opening, decision, outcome])
  await player.isAt(next)
  await page.getByRole('navigation', { name: 'Scenes so far' }).getByRole('link', { name: decision.title }).click()
  await expect(page.getByText('You decided', { exact: true })).toBeVisible()
  await expect(player.heading).toHaveText(decision.title)
  await expect(player.heading).toBeFocused()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await player.goOn()
  await player.isAt(next)
})

test('whoever leaves goes on days later where they stopped, from the library', async ({
  page,
  player,
  server,
  context,
}) => {
  await player.start(SLUG)
  const attempt = attemptOf(page.url())
  await player.begin()
  await player.pass([...opening, decision, outcome])
  await player.isAt(next)
  await page.close()
  await server.advance(3 * DAY_MS)
  const later = await context.newPage()
  await later.goto('/cases')
  await later.getByRole('link', { name: 'Go on after decision 1' }).click()
  await expect(later).toHaveURL(new RegExp(`/attempts/${attempt}$`))
  await expect(later.getByRole('heading', { level: 1 })).toHaveText(next.title)
  await expect(later.getByRole('button', { name: 'Decide' })).toBeVisible()
})

test('the time from when a scene was first shown is kept as its reading time, reloads included', async ({
  page,
  player,
  server,
}) => {
  await player.open(SLUG, opening)
  await player.isAt(decision)
  await server.advance(40_000)
  await page.reload()
  await player.settle()
  await server.advance(50_000)
  await player.pass([decision, outcome])
  const [stored] = storedDecisions(server.database, page.url())
  expect(stored?.readMs).toBeGreaterThanOrEqual(90_000)
  expect(stored?.readMs).toBeLessThan(150_000)
})

test('starting again makes a new attempt and leaves the earlier one as it was', async ({ page, player, server }) => {
  await player.start(SLUG)
  const earlier = attemptOf(page.url())
  await player.begin()
  await player.pass([...opening, decision, outcome])
  await page.goto(`/cases/${SLUG}`)
  await expect(page.getByRole('link', { name: 'Go on after decision 1' })).toBeVisible()
  await player.start(SLUG)
  expect(attemptOf(page.url())).not.toBe(earlier)
  expect(storedDecisions(server.database, page.url())).toEqual([])
  expect(storedDecisions(server.database, `/attempts/${earlier}`)).toHaveLength(1)
  await page.goto(`/attempts/${earlier}`)
  await expect(page.getByRole('button', { name: 'Decide' })).toBeVisible()
})

test('a decision is kept with what would do most harm, how sure one is, and why', async ({ page, player, server }) => {
  await player.open(SLUG, opening)
  await player.decide({ best: choice, worst, confidence: 'Fairly sure', reason: 'Łucja would say so too.' })
  await expect(page.getByText('You decided', { exact: true })).toBeVisible()
  expect(storedDecisions(server.database, page.url())).toMatchObject([
    { seq: 0, choice, worst, confidence: 'fairly', reason: 'Łucja would say so too.', timedOut: false },
  ])
})

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script })

    test(`one option marked as both is told, and all that was given stays (${script ? 'with' : 'without'} JavaScript)`, async ({
      page,
      player,
      server,
    }) => {
      await player.open(SLUG, opening)
      await player.decide({ best: choice, worst: choice, confidence: 'A guess', reason: 'Both, somehow.' })
      await expect(page.getByRole('alert')).toContainText('You marked one option as both.')
      await expect(page.getByRole('alert')).toBeInViewport()
      if (script) await expect(page.getByRole('alert')).toBeFocused()
      await expect(page.getByRole('radio', { name: 'A guess' })).toBeChecked()
      await expect(page.getByRole('textbox')).toHaveValue('Both, somehow.')
      expect(storedDecisions(server.database, page.url())).toEqual([])
      await player.decide({ best: choice, worst })
      await expect(page.getByText('You decided', { exact: true })).toBeVisible()
      await expect(player.heading).toBeInViewport()
      expect(storedDecisions(server.database, page.url())).toMatchObject([
        { reason: 'Both, somehow.', confidence: 'guess' },
      ])
    })
  })
}

test('a decision is not sent before both questions are answered', async ({ page, player, server }) => {
  await player.open(SLUG, opening)
  await player.decide({ best: choice, worst: null })
  await expect(page.locator('input[name=worst]:invalid').first()).toBeFocused()
  expect(storedDecisions(server.database, page.url())).toEqual([])
})
