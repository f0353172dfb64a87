import type { Locator } from '@playwright/test'
import type { Choice, Dimension } from '../../machines/case/case.ts'
import { at } from '../../machines/case/graph/numbers.ts'
import { plainText } from '../../machines/case/text.ts'
import { playerOf } from '../../machines/play/replay.ts'
import { expect, test } from './fixtures.ts'
import type { Player } from './player.ts'
import { readCase, stopsOf, waysToEndings } from './ways.ts'
import type { DecisionStop } from './ways.ts'

const SLUG = 'the-2240-trailer'
const source = readCase(SLUG)
const { choices } = at(waysToEndings(source, 'last'), 0)
const stops = stopsOf(source, choices)
const decisions = stops.filter((stop): stop is DecisionStop => stop.kind === 'decision')

/** Plays to the debrief, with one confidence and one reason on the way. */
async function playToDebrief(player: Player): Promise<void> {
  await player.start(SLUG)
  await player.begin()
  for (const stop of stops) {
    await player.isAt(stop)
    if (stop !== decisions[0]) await player.pass([stop])
    else await player.decide({ best: stop.choice, worst: stop.worst, confidence: 'A guess', reason: 'It was late.' })
  }
  await player.reflect('The Friday rota.')
}

test('the debrief opens only once the questions of the ending are answered, and an answer is never lost', async ({
  page,
  player,
}) => {
  await player.start(SLUG)
  const attempt = page.url()
  await page.goto(`${attempt}/debrief`)
  await expect(page).toHaveURL(attempt)
  await player.begin()
  await player.pass(stops)
  await page.goto(`${attempt}/debrief`)
  await expect(page).toHaveURL(attempt)
  await player.settle()
  const fields = page.locator('#reflect-form').getByRole('textbox')
  await fields.first().fill('Only the first of them.')
  await page.getByRole('button', { name: 'Open the debrief' }).click()
  await expect(page.getByText('Write a sentence or two; then the debrief opens.')).toHaveCount(
    (await fields.count()) - 1,
  )
  await expect(fields.first()).toHaveValue('Only the first of them.')
  await page.reload()
  await player.settle()
  await expect(fields.first()).toHaveValue('Only the first of them.')
  await player.reflect('All of them now.')
  // The address changes before the page does.
  await page.locator('.answers dd').first().waitFor()
  await expect(page.getByText('All of them now.')).toHaveCount(await page.locator('.answers dd').count())
})

test('each decision shows what was chosen, its ratings and why, the strongest other option for each dimension, and what was named worst', async ({
  page,
  player,
}) => {
  await playToDebrief(player)
  const steps = page.locator('details.step')
  await expect(steps).toHaveCount(decisions.length)
  for (const [place, decision] of decisions.entries()) {
    const step = steps.nth(place)
    if ((await step.getAttribute('open')) === null) await step.locator('summary').click()
    const { chosen, worst, offered } = found(decision)
    await expect(step.locator('summary')).toContainText(decision.title)
    await expectRatings(step.locator('summary'), chosen)
    await expectTexts(step.locator('.own'), chosen)
    for (const dimension of ['execution', 'influence'] as const) await expectStrongest(step, dimension, chosen, offered)
    if (worst) await expectTexts(step.locator('.judged > div').filter({ hasText: 'You saw most harm in' }), worst)
  }
  await expect(steps.first()).toContainText('you were guessing')
  await expect(steps.first()).toContainText('You wrote at the time: “It was late.”')
})

test('the map has a number for each decision, names on the way and none beside it, and says the same in words', async ({
  page,
  player,
}) => {
  await playToDebrief(player)
  const map = page.getByRole('img', { name: /^Map of the case\. Your way ran through/ }).filter({ visible: true })
  await expect(map).toHaveCount(1)
  await expect(map.locator('text.no')).toHaveText(decisions.map((_, place) => String(place + 1)))
  const titles = new Set(stops.map(({ title }) => title))
  const elsewhere = source.scenes
    .flatMap(({ title, exit }) => [title, exit.kind === 'ending' ? exit.title : null])
    .filter((title) => title !== null && !titles.has(title))
  expect(elsewhere.length).toBeGreaterThan(3)
  for (const title of titles) await expect(map).toHaveAccessibleName(new RegExp(title.replace(/[.?]/g, '\\$&')))
  const drawn = (await map.textContent()) ?? ''
  const list = page.locator('.map-list')
  await list.locator('summary').click()
  for (const title of elsewhere) expect(`${drawn} ${await list.innerText()}`).not.toContain(title)
  await expect(map.locator('path.other').first()).toBeAttached()
})

test('the pattern is told in words about choices, and never about the learner', async ({ page, player }) => {
  await playToDebrief(player)
  const pattern = page.locator('section[aria-labelledby=pattern]')
  await expect(pattern).toContainText(/the best for the work was not the best for the people|No decision on your way/)
  await expect(page.getByText('They are not validated for selecting or promoting anyone.')).toBeVisible()
  expect(await page.locator('main').innerText()).not.toMatch(/\byou are an?\b/i)
})

test('a plan is kept with its day, and what is missing in it is said', async ({ page, player }) => {
  await playToDebrief(player)
  await page.getByRole('textbox', { name: 'I will' }).fill('ask the lane first')
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await expect(page.getByRole('textbox', { name: 'When this happens' })).toHaveAccessibleDescription(
    'Name the moment: what happens, and where.',
  )
  await expect(page.getByRole('textbox', { name: 'I will' })).toHaveValue('ask the lane first')
  await page.getByRole('textbox', { name: 'When this happens' }).fill('the belt stops')
  await page.getByRole('textbox', { name: /^Who will notice/ }).fill('Ola')
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await expect(page.getByText('Your plan is kept.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'When this happens' })).toHaveValue('the belt stops')
  await expect(page.getByRole('textbox', { name: 'I will' })).toHaveValue('ask the lane first')
  await expect(page.getByRole('textbox', { name: /^Who will notice/ })).toHaveValue('Ola')
})

test('on paper the debrief has every decision open and nothing to press', async ({ page, player }) => {
  await playToDebrief(player)
  await page.emulateMedia({ media: 'print' })
  const why = page.locator('details.step .own .why')
  await expect(why).toHaveCount(decisions.length)
  for (const text of await why.all()) await expect(text).toBeVisible()
  for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden()
  const paper = await page.pdf({ format: 'A4' })
  expect(paper.byteLength).toBeGreaterThan(20_000)
})

function found(decision: DecisionStop): { chosen: Choice; worst: Choice | undefined; offered: ReadonlyArray<Choice> } {
  const player = playerOf(source)
  let standing = player.start
  for (const earlier of decisions.slice(0, decisions.indexOf(decision)))
    standing = player.choose(standing, earlier.choice) ?? standing
  const offered = player.stepper.offered(standing.state)
  const chosen = offered.find(({ id }) => id === decision.choice)
  if (!chosen) throw new Error(`Expected "${decision.choice}" on offer in "${decision.scene}"`)
  return { chosen, worst: offered.find(({ id }) => id === decision.worst), offered }
}

async function expectRatings(place: Locator, { execution, influence }: Choice): Promise<void> {
  if (execution !== null) await expect(place).toContainText(`Execution ${execution}`)
  if (influence !== null) await expect(place).toContainText(`Influence ${influence}`)
}

async function expectTexts(place: Locator, { text, because }: Choice): Promise<void> {
  await expect(place).toContainText(firstWords(text))
  await expect(place).toContainText(firstWords(because ?? []))
}

/** Where the choice was not the strongest for a dimension, one that was is shown with why; where it was, that is said. */
async function expectStrongest(
  step: Locator,
  dimension: Dimension,
  chosen: Choice,
  offered: ReadonlyArray<Choice>,
): Promise<void> {
  const own = chosen[dimension]
  if (own === null) return
  const most = Math.max(...offered.map((choice) => choice[dimension] ?? 0))
  const label = new RegExp(`Strongest for (${dimension}|both)`)
  const shown = step.locator('.judged > div:not(.own)').filter({ has: step.page().locator('dt', { hasText: label }) })
  if (own === most) {
    await expect(shown).toHaveCount(0)
    await expect(step.locator('.own dt')).toContainText(new RegExp(`the strongest here for (${dimension}|both)`))
    return
  }
  const name = dimension === 'execution' ? 'Execution' : 'Influence'
  await expect(shown.locator('dt')).toContainText(`${name} ${most}`)
  const text = await shown.innerText()
  const strongest = offered.find((choice) => choice[dimension] === most && text.includes(firstWords(choice.text)))
  expect(strongest, `${label} of ${text}`).toBeDefined()
  expect(text).toContain(firstWords(strongest?.because ?? []))
}

/** The beginning of a text, up to where HTML may change it. */
function firstWords(text: Choice['text']): string {
  return /^[\p{L}\p{N} ,]+/u.exec(plainText(text))?.[0].trim() ?? ''
}
