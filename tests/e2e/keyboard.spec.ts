import { at } from '../../machines/case/graph/numbers.ts'
import { expect, test } from './fixtures.ts'
import { keyboard } from './hands.ts'
import { playerAt } from './player.ts'
import { openingOf, readCase, stopsOf, waysToEndings } from './ways.ts'

const SLUG = 'the-2240-trailer'
const source = readCase(SLUG)
const stops = stopsOf(source, at(waysToEndings(source, 'last'), 1).choices)

test('a whole case is played by keyboard alone, from the first page to a plan that is kept', async ({ page }) => {
  const player = playerAt(page, keyboard, { script: true })
  await page.goto('/')
  await player.settle()
  await keyboard.press(page.getByRole('button', { name: 'Play a case now' }))
  await player.begin()
  const { opening, decision, rest } = openingOf(stops)
  await player.pass(opening)
  await player.isAt(decision)
  await player.decide({
    best: decision.choice,
    worst: decision.worst,
    confidence: 'Certain',
    reason: 'I have seen it.',
  })
  await player.pass(rest)
  await player.reflect('The rota.')
  const second = page.locator('details.step').nth(1)
  await keyboard.press(second.locator('summary'))
  await expect(second).toHaveAttribute('open')
  await keyboard.write(page.getByRole('textbox', { name: 'When this happens' }), 'the belt stops')
  await keyboard.write(page.getByRole('textbox', { name: 'I will' }), 'ask first')
  await keyboard.press(page.getByRole('button', { name: 'Keep this plan' }))
  await expect(page.getByText('Your plan is kept.')).toBeVisible()
})

test('without JavaScript a decision is taken by keyboard alone too', async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })
  const page = await context.newPage()
  const player = playerAt(page, keyboard, { script: false })
  const { opening, decision, rest } = openingOf(stops)
  await player.open(SLUG, [...opening, decision])
  await player.isAt(at(rest, 0))
  await context.close()
})

test('the first press of Tab offers a way past the header', async ({ page }) => {
  await page.goto('/cases')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.locator('main :focus')).toHaveCount(1)
})

test('a key pressed before the data of the page is there does no harm', async ({ page }) => {
  // Every line of the data is read only once the key was pressed.
  await page.addInitScript(() => {
    const reader = ReadableStreamDefaultReader.prototype
    const read = reader.read
    const pressed = new Promise((resolve) => addEventListener('keyup', () => setTimeout(resolve, 100)))
    reader.read = async function readLate(this: ReadableStreamDefaultReader) {
      document.documentElement.toggleAttribute('data-waits', true)
      await pressed
      return read.call(this)
    }
  })
  await page.goto('/cases')
  await expect(page.locator('html[data-waits]')).toHaveCount(1)
  await page.waitForTimeout(200)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  // What comes without a load of the page shows that it came to life.
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.body.toggleAttribute('data-kept', true))
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).toHaveURL(/cases\/./)
  await expect(page.locator('body[data-kept]')).toHaveCount(1)
})

test('every place that the keyboard stops at shows it', async ({ page, player }) => {
  const { opening, decision } = openingOf(stops)
  await player.open(SLUG, opening)
  await player.isAt(decision)
  const seen = new Set<string>()
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return null
      const rings = [element, element.closest('label')].map((ringed) =>
        ringed === null ? null : getComputedStyle(ringed),
      )
      const ring = rings.some(
        (style) => style !== null && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      )
      return { name: `${element.tagName} ${element.getAttribute('name') ?? element.textContent ?? ''}`, ring }
    })
    if (stop === null) break
    expect(stop).toEqual({ name: stop.name, ring: true })
    seen.add(stop.name)
  }
  expect([...seen]).toEqual(
    expect.arrayContaining(['INPUT best', 'INPUT worst', 'INPUT confidence', 'INPUT reason', 'BUTTON Decide']),
  )
})
