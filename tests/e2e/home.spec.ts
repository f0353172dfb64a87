import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { keyboard } from './hands.ts'
import { aLearner, playThrough, signIn, worksFirst } from './learners.ts'
import { findFaults, findOverflow } from './page-faults.ts'
import { aPlan, commitmentOf } from '../setup/plans.ts'
import type { Plan } from '../setup/plans.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'

test.describe.configure({ timeout: 300_000 })

const SLUG = 'the-2240-trailer'
const DAY_MS = 86_400_000

/** The day that a debrief offers, two weeks on by the server's clock, or this many days from it. */
async function dayOffered(visitor: Visitor, attempt: string, days = 0): Promise<string> {
  const { text } = await visitor.get(`${attempt}/debrief`)
  const offered = /type="date"[^>]*value="([\d-]{10})"/.exec(text)?.[1] ?? ''
  return new Date(Date.parse(offered) + days * DAY_MS).toISOString().slice(0, 10)
}

/** A learner who has finished a case and keeps a plan for two weeks on. */
async function aPlanner(server: TestServer, change: Partial<Plan> = {}) {
  const visitor = aVisitor(server.url)
  const attempt = await playThrough(visitor, server, SLUG, worksFirst)
  await visitor.post(`${attempt}/debrief`, {
    intent: 'commit',
    ...aPlan({ dueOn: await dayOffered(visitor, attempt), ...change }),
  })
  return { visitor, attempt }
}

function section(page: Page, name: string) {
  return page.getByRole('region', { name })
}

test('a visitor without a session reads what home is for, and is led to a first case', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing of yours is here yet.')
  expect([...(await findFaults(page, 'visitor')), ...(await findOverflow(page, 'visitor'))]).toEqual([])
  await page.getByRole('link', { name: 'Choose a first case' }).click()
  await expect(page).toHaveURL(/\/cases$/)
})

test('a learner who has only begun goes on with one press, and reads that there is not enough evidence yet', async ({
  page,
  player,
}) => {
  await player.start(SLUG)
  await page.goto('/home')
  await player.settle()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Go on where you stopped.')
  await expect(page.getByText('Under way · just now')).toBeVisible()
  await expect(section(page, 'Your profile in small').getByText(/^Not enough evidence yet/)).toHaveCount(2)
  await expect(page.getByRole('img', { name: /^Execution: estimate 50, 90% interval/ })).toBeVisible()
  await expect(page.getByText(/^Suggested next/)).toBeVisible()
  expect([...(await findFaults(page, 'new')), ...(await findOverflow(page, 'new'))]).toEqual([])
  await page.getByRole('link', { name: /^Go on from the first scene/ }).click()
  await expect(page).toHaveURL(/\/attempts\/[0-9a-f-]{36}$/)
})

test('home tells where each attempt stopped and how long ago, and leads to every debrief', async ({
  page,
  context,
  server,
}) => {
  const visitor = await aLearner(server, [SLUG, 'almost-done'], worksFirst)
  const attempt = await playThrough(visitor, server, 'green-boxes', worksFirst, 3)
  await server.advance(3 * DAY_MS)
  await signIn(context, server, visitor)
  await page.goto('/home')
  await expect(page.getByText('Under way · 3 days ago')).toBeVisible()
  await expect(page.getByText(/^You last decided in “.+”\. 3 decisions taken\.$/)).toBeVisible()
  await expect(page.getByRole('link', { name: /^Go on after decision 3/ })).toHaveAttribute('href', attempt)
  const ended = section(page, 'Cases you have finished')
  await expect(ended.getByRole('listitem')).toHaveCount(2)
  await ended
    .getByRole('link', { name: /^Open the debrief/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/debrief$/)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a plan comes back on its day and not before, is moved, comes back again and is answered', async ({
      page,
      context,
      server,
      player,
    }) => {
      const { visitor, attempt } = await aPlanner(server)
      // A week after the day that was offered and taken, two weeks on.
      const inAWeek = await dayOffered(visitor, attempt, 7)
      await signIn(context, server, visitor)
      const open = async () => {
        await page.goto('/home')
        await player.settle()
      }
      await server.advance(13 * DAY_MS)
      await open()
      await expect(section(page, 'Plans still to come').getByText('ask the lane first')).toBeVisible()
      await expect(section(page, 'Time to look back')).toHaveCount(0)
      await server.advance(DAY_MS)
      await open()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('A plan of yours has come back.')
      const due = section(page, 'Time to look back')
      await expect(due.getByText('the belt stops before ten')).toBeVisible()
      // Another day is asked for only where it did not happen.
      await expect(page.getByLabel(/^Try it again by another day/)).toBeHidden()
      await page.getByRole('radio', { name: 'Not this time' }).check()
      await page.getByLabel(/^What happened/).fill('No belt stopped.')
      await page.getByLabel(/^Try it again by another day/).fill(inAWeek)
      await page.getByRole('button', { name: 'Keep this' }).click()
      await expect(page.getByText('Your plan has another day.')).toBeVisible()
      await expect(section(page, 'Time to look back')).toHaveCount(0)
      await server.advance(7 * DAY_MS)
      await open()
      await expect(due.getByText('No belt stopped.')).toHaveCount(2)
      await page.getByRole('button', { name: 'Keep this' }).click()
      await expect(page.getByRole('alert')).toContainText('Mark what became of it.')
      await page.getByRole('radio', { name: 'Partly' }).check()
      await page.getByLabel(/^What happened/).fill('They saw it before I did.')
      await page.getByRole('button', { name: 'Keep this' }).click()
      await expect(page.getByText('Your answer is kept.')).toBeVisible()
      const tried = section(page, 'What you have tried')
      await expect(tried.getByText('They saw it before I did.')).toBeVisible()
      await expect(tried.getByText('Partly')).toBeVisible()
    })

    test('a plan is looked back on before its day where the learner wants to, changed, and deleted', async ({
      page,
      context,
      server,
      player,
    }) => {
      const { visitor } = await aPlanner(server)
      await signIn(context, server, visitor)
      await page.goto('/home')
      await player.settle()
      await page.getByRole('link', { name: 'Change or delete it' }).click()
      await page.getByRole('textbox', { name: 'I will' }).fill('')
      await page.getByRole('button', { name: 'Keep the change' }).click()
      await expect(page.getByRole('textbox', { name: 'I will' })).toHaveAccessibleDescription(
        'Say what you will do then.',
      )
      await page.getByRole('textbox', { name: 'I will' }).fill('ask twice')
      await page.getByRole('button', { name: 'Keep the change' }).click()
      await expect(page.getByText('Your plan is kept as you changed it.')).toBeVisible()
      await expect(page.getByText('ask twice')).toBeVisible()
      await page.getByRole('link', { name: 'Look back now' }).click()
      await page.getByRole('radio', { name: 'Done' }).check()
      await page.getByRole('button', { name: 'Keep this' }).click()
      await page.getByRole('link', { name: 'Change your answer' }).click()
      await expect(page.getByRole('radio', { name: 'Done' })).toBeChecked()
      await page.getByRole('button', { name: 'Delete this plan' }).click()
      await expect(page.getByText('The plan is deleted.')).toBeVisible()
      await expect(page.getByText('ask twice')).toHaveCount(0)
    })
  })
}

test('a plan that has come back is answered by keyboard alone', async ({ page, context, server, player }) => {
  const { visitor } = await aPlanner(server)
  await server.advance(14 * DAY_MS)
  await signIn(context, server, visitor)
  await page.goto('/home')
  await player.settle()
  await keyboard.mark(page.getByRole('radio', { name: 'Partly' }))
  await keyboard.write(page.getByRole('textbox', { name: /^What happened/ }), 'Once.')
  await keyboard.press(page.getByRole('button', { name: 'Keep this' }))
  await expect(page.getByText('Your answer is kept.')).toBeVisible()
})

test('axe finds nothing at home or on a plan, however full and however long, and nothing sticks out', async ({
  page,
  context,
  server,
}) => {
  const long = 'Donaudampfschifffahrtsgesellschaft '.repeat(9).slice(0, 300)
  const { visitor, attempt } = await aPlanner(server, { when: long, will: 'x'.repeat(300), witness: 'W'.repeat(100) })
  const second = await playThrough(visitor, server, 'almost-done', worksFirst)
  await visitor.post(`${second}/debrief`, {
    intent: 'commit',
    ...aPlan({ dueOn: await dayOffered(visitor, second, 30) }),
  })
  const third = await playThrough(visitor, server, 'green-boxes', worksFirst)
  await visitor.post(`${third}/debrief`, { intent: 'commit', ...aPlan({ dueOn: await dayOffered(visitor, third) }) })
  await visitor.post(commitmentOf(third), { intent: 'look-back', result: 'not', happened: 'y'.repeat(2_000) })
  await playThrough(visitor, server, 'ninety-one-percent', worksFirst, 2)
  await server.advance(15 * DAY_MS)
  await signIn(context, server, visitor)
  const found: Array<string> = []
  for (const [kind, address] of [
    ['home', '/home?notice=moved'],
    ['due', commitmentOf(attempt)],
    ['coming', commitmentOf(second)],
    ['answered', commitmentOf(third)],
    ['settings', '/settings'],
    ['stale link', '/reminders/off?token=x'],
  ] as const) {
    await page.goto(address)
    if (kind === 'home' || kind === 'due') await page.getByRole('radio', { name: 'Not this time' }).first().check()
    found.push(...(await findFaults(page, kind)), ...(await findOverflow(page, kind)))
  }
  expect(found).toEqual([])
})
