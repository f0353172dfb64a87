import type { BrowserContext, Page } from '@playwright/test'
import { findCases } from '../../app/cases/find-cases.server.ts'
import { aClass, aCohort, habitOf, join } from '../setup/cohorts.ts'
import type { OpenCohort } from '../setup/cohorts.ts'
import { aPerson, PASSWORD } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'
import { expect, test } from './fixtures.ts'
import { playThrough, signIn } from './learners.ts'
import { findFaults, findOverflow } from './page-faults.ts'

test.describe.configure({ timeout: 420_000 })

const SLUG = 'the-2240-trailer'

async function seen(page: Page, kind: string): Promise<void> {
  expect([...(await findFaults(page, kind)), ...(await findOverflow(page, kind))]).toEqual([])
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an instructor opens a cohort and invites a list, and a learner joins by the code, shares and leaves', async ({
      page,
      server,
      browser,
    }) => {
      const name = javaScriptEnabled ? 'Ana' : 'Abe'
      await aPerson(server, name, 'instructor')
      await page.goto('/sign-in')
      await page.getByRole('textbox', { name: /address/i }).fill(`${name.toLowerCase()}@example.org`)
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cohorts' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Begin with a cohort')
      await page.getByRole('button', { name: 'Open the cohort' }).click()
      await expect(page.getByText('Give it a name that its learners will recognise.')).toBeVisible()
      await page.getByRole('textbox', { name: 'Name' }).fill('Autumn leads')
      await page.getByLabel(/^Last day/).fill('2027-03-01')
      await page.getByRole('button', { name: 'Open the cohort' }).click()
      await expect(page.getByText('The cohort is open.')).toBeVisible()
      const code = (await page.locator('.join-code').innerText()).trim()

      await page.getByRole('link', { name: 'Invite a list of people' }).click()
      await page.getByLabel('The file').setInputFiles({
        name: 'people.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('\ufeffE-mail;Name\r\nola@example.org;Ola\r\nOLA@example.org;Ola\r\nnobody;\r\n'),
      })
      await page.getByRole('button', { name: 'See what will happen' }).click()
      await expect(page.getByRole('heading', { name: 'One person will be invited' })).toBeVisible()
      await expect(page.getByRole('row', { name: /nobody/ })).toContainText('Left out.')
      await page.getByRole('button', { name: 'Invite this person' }).click()
      await expect(page.getByRole('heading', { name: 'One open invitation' })).toBeVisible()

      const other = await browser.newContext({ baseURL: server.url, javaScriptEnabled })
      const learner = await other.newPage()
      await learner.goto('/join')
      await learner.getByRole('textbox', { name: 'Code' }).fill('PARIS-ROME-2222')
      await learner.getByRole('button', { name: 'Look it up' }).click()
      await expect(learner.getByText('No cohort has this code now.')).toBeVisible()
      await learner.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase().replaceAll('-', ' '))
      await learner.getByRole('button', { name: 'Look it up' }).click()
      await expect(learner.getByRole('heading', { level: 1 })).toHaveText('Autumn leads')
      await learner.getByRole('button', { name: 'Join' }).click()
      await expect(learner.getByText('You are in.')).toBeVisible()
      await learner.getByRole('button', { name: 'Share my profile' }).click()
      await expect(learner.getByText('They can read your profile.', { exact: true })).toBeVisible()
      await page.goto(page.url().replace(/\?.*/, ''))
      await page.getByRole('link', { name: 'Profile of Guest 1' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('A guest')
      await learner.getByRole('button', { name: 'Leave the cohort' }).click()
      await expect(learner.getByRole('heading', { level: 1 })).toHaveText('Join with a code')
      await other.close()
    })
  })
}

test('thirty decide: the report, its people, a class discussion, and what a learner sees of it after their debrief', async ({
  page,
  context,
  server,
}) => {
  const { cohort, instructor } = await aFullCohort(server, context)
  await beginEveryCase(server, cohort)
  await page.goto(cohort.path)
  await expect(page.getByText('31 of 32 reached an ending.')).toBeVisible()
  await expect(page.getByRole('img', { name: /^Flow of 31 learners\./ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Chosen by / })).not.toHaveCount(0)
  await expect(page.getByRole('row', { name: /^Delegating/ })).toBeVisible()
  await seen(page, 'report')
  // What one or two chose is told nowhere.
  expect(await page.locator('main').innerText()).not.toMatch(/\b[12] of 31\b/)
  const small = await page.getByRole('img', { name: /< 3|not shown/ }).count()
  const all = await countKeptBack(page)
  expect(small + all).toBeGreaterThan(0)

  await page.goto(cohort.path)
  await page.getByRole('link', { name: 'Next decision' }).click()
  await expect(page.getByRole('heading', { name: /^Decision 2, / })).toBeVisible()
  await page.getByRole('link', { name: 'Discuss it with the class' }).click()
  await expect(page.getByRole('heading', { name: 'What speaks for it, and what against' })).toBeVisible()
  await seen(page, 'discussion')
  for (const name of ['people', 'set-up', 'invite']) {
    await page.goto(`${cohort.path}/${name}`)
    await seen(page, name)
  }
  await page.goto('/teach')
  await seen(page, 'teach')

  const learner = aVisitor(server.url)
  const member = await join(learner, cohort.code)
  const attempt = await playThrough(learner, server, SLUG, habitOf(3))
  await signIn(context, server, learner)
  await page.goto(`${attempt}/debrief`)
  await page.getByRole('link', { name: 'Compare each decision' }).click()
  await expect(page.getByText('32 have ended the case.')).toBeVisible()
  await expect(page.getByText('Your choice').first()).toBeVisible()
  await expect(page.getByText('“She knows the lane, reason')).toHaveCount(0)
  await seen(page, 'comparison')
  await instructor.post(`${cohort.path}/set-up`, { intent: 'show-reasons' })
  await page.reload()
  await expect(page.getByText('“She knows the lane, reason').first()).toBeVisible()
  await page.goto(member)
  await seen(page, 'member')
  await page.goto(`/join/${cohort.code}`)
  await seen(page, 'join')
})

/** An instructor's cohort of thirty-one who have played a case, each of whom wrote why; the browser is the instructor's. */
async function aFullCohort(
  server: TestServer,
  context: BrowserContext,
): Promise<{ cohort: OpenCohort; instructor: Awaited<ReturnType<typeof aPerson>> }> {
  const instructor = await aPerson(server, 'Ines', 'instructor')
  const cohort = await aCohort(instructor)
  await aClass(server, cohort.code, { learners: 31, slugs: [SLUG], reason: 'She knows the lane, reason' })
  await signIn(context, server, instructor)
  return { cohort, instructor }
}

/** One more learner begins every case, so that the page has all that it can have side by side. */
async function beginEveryCase(server: TestServer, { code }: OpenCohort): Promise<void> {
  const visitor = aVisitor(server.url)
  await join(visitor, code)
  for (const { slug } of await findCases('content')) await startCase(visitor, slug)
}

/** How many numbers the whole case keeps back, over all its decisions. */
async function countKeptBack(page: Page): Promise<number> {
  const response = await page.request.get(`${new URL(page.url()).pathname}/csv/choices`)
  return (await response.text()).split('\n').filter((line) => /< 3|not shown/.test(line)).length
}
