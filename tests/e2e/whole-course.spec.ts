import type { Page } from '@playwright/test'
import { readPdf } from '../setup/read-pdf.ts'
import type { TestServer } from '../setup/server.ts'
import { expect, test } from './fixtures.ts'
import { day, REFLECTION } from './learners.ts'
import { readCase, stopsOf, waysToEndings } from './ways.ts'
import type { Stop } from './ways.ts'

test.describe.configure({ timeout: 900_000 })

const COURSE = '/courses/run-it-lead-it'
const IN_ORDER = [
  'the-2240-trailer',
  'almost-done',
  'twenty-eight-beds',
  'forty-two-minutes',
  'three-holes-one-street',
  'green-boxes',
  'ninety-one-percent',
  'two-front-doors',
]

/** A way through a case that is among its shortest: the course is as long as a learner makes it. */
function aWayThrough(slug: string): Array<Stop> {
  const source = readCase(slug)
  const ways = waysToEndings(source, 'first').map(({ choices }) => choices)
  const [shortest] = ways.sort((one, other) => one.length - other.length)
  return stopsOf(source, shortest ?? [])
}

/** The next step, as the page of the course offers it. */
async function takeNextStep(page: Page, step: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Course' }).click()
  await expect(page).toHaveURL(new RegExp(`${COURSE}$`))
  await page.getByRole('link', { name: step, exact: true }).click()
}

async function answerLens(page: Page, step: string, answer: string): Promise<void> {
  await takeNextStep(page, step)
  for (let item = 0; item < 10; item += 1) await page.locator(`input[name="item-${item}"][value="${answer}"]`).check()
  await page.getByRole('button', { name: 'Keep these answers' }).click()
  await expect(page.getByRole('link', { name: 'Go on with the course' })).toBeVisible()
}

async function commitTo(page: Page, moment: string): Promise<void> {
  await page.locator('#plan-form').getByLabel('When this happens').fill(moment)
  await page
    .locator('#plan-form')
    .getByLabel('I will', { exact: true })
    .fill('ask Ola what I have missed before I print it')
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await expect(page.getByText('Your plan is kept.')).toBeVisible()
}

async function writePlan(page: Page, server: TestServer): Promise<void> {
  await takeNextStep(page, 'Write the plan')
  for (const [name, competency, days] of [
    ['The first decision', 'trust', 5],
    ['The second decision', 'delegation', 9],
  ] as const) {
    const decision = page.getByRole('group', { name })
    await decision.getByLabel('It is about').selectOption(competency)
    await decision.getByLabel('What I will decide').fill('Who leads the rota on Fridays')
    await decision.getByLabel('I decide it by').fill(day(server, days))
    await decision.getByLabel('Who will notice').fill('Ola')
  }
  await page.getByLabel('I look back on both on').fill(day(server, 21))
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await expect(page.locator('.plan-sheet > li')).toHaveCount(2)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a learner goes from the first page through the whole course to a certificate that anyone can check', async ({
      page,
      player,
      browser,
      server,
    }) => {
      await page.goto('/')
      await answerLens(page, 'Answer the role lens', '4')
      for (const [place, slug] of IN_ORDER.entries()) {
        await takeNextStep(page, 'Open the case')
        await page.getByRole('button', { name: 'Start the case' }).click()
        await expect(page).toHaveURL(/\/attempts\/[0-9a-f-]{36}$/)
        await player.begin()
        await player.pass(aWayThrough(slug))
        await player.reflect(REFLECTION)
        if (place === 0) await commitTo(page, 'the next rota is due')
      }
      await answerLens(page, 'Answer the role lens again', '3')
      await writePlan(page, server)
      await takeNextStep(page, 'Get the certificate')
      await page.getByLabel('Your name').fill('Łukasz Żółć')
      await page.getByLabel('Your name').press('Enter')
      const address = await page.locator('.claim-address').innerText()

      const stranger = await browser.newPage({ javaScriptEnabled })
      await stranger.goto(address)
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Łukasz Żółć')
      await expect(stranger.getByText('This certificate is good')).toBeVisible()
      await expect(stranger.locator('.certificate-cases li')).toHaveCount(8)
      const pdf = await stranger.request.get(`${new URL(address, server.url).href}/certificate.pdf`)
      expect(await readPdf(await pdf.body())).toMatchObject({
        pages: 1,
        text: expect.stringContaining('Łukasz Żółć'),
      })
      await stranger.close()
    })
  })
}
