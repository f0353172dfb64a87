import type { Page } from '@playwright/test'
import { aVisitor } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'
import type { TestServer } from '../setup/server.ts'
import { expect, test } from './fixtures.ts'
import { keyboard } from './hands.ts'
import { answerLens, day, playThrough, signIn, worksFirst } from './learners.ts'
import { findFaults, findOverflow } from './page-faults.ts'

test.describe.configure({ timeout: 300_000 })

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
const LONG = 'what each of them would have to drop, before I say yes to anyone '.repeat(5).slice(0, 300)

/** A learner who has answered the lens and played so many cases. */
async function whoPlayed(server: TestServer, cases: number): Promise<Visitor> {
  const visitor = aVisitor(server.url)
  await answerLens(visitor)
  for (const slug of IN_ORDER.slice(0, cases)) await playThrough(visitor, server, slug, worksFirst)
  return visitor
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a visitor reads what the course promises, in which order and why, and is led from the lens to the first case', async ({
      page,
    }) => {
      await page.goto('/')
      await page.getByRole('navigation').getByRole('link', { name: 'Course' }).click()
      await expect(page).toHaveURL(new RegExp(`${COURSE}$`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Run It, Lead It')
      await expect(page.getByText('8 cases in 5 modules, about 2 hours 40 minutes')).toBeVisible()
      await expect(page.locator('.modules > li')).toHaveCount(5)
      await expect(page.locator('.course-cases > li')).toHaveCount(8)
      await expect(page.getByText('Opens after “The 22:40 Trailer”')).toBeVisible()
      await expect(page.locator('.course-progress')).toHaveCount(0)
      await expect(page.getByRole('heading', { name: 'What the course holds to be true' })).toBeVisible()
      await page.getByRole('link', { name: 'Answer the role lens' }).click()
      for (let item = 0; item < 10; item += 1) await page.locator(`input[name="item-${item}"][value="4"]`).check()
      await page.getByRole('button', { name: 'Keep these answers' }).click()
      await page.getByRole('link', { name: 'Go on with the course' }).click()
      await expect(page.getByText('0 of 8 cases played to an ending')).toBeVisible()
      await expect(page.getByText('Next · case 1 of 8 · about 20 minutes')).toBeVisible()
      await page.getByRole('link', { name: 'Open the case', exact: true }).click()
      await expect(page.getByRole('button', { name: 'Start the case' })).toBeVisible()
    })

    test('a case under way is gone on with in one click, and what is done, open and locked is told in words', async ({
      page,
      context,
      server,
    }) => {
      const visitor = await whoPlayed(server, 1)
      const attempt = await playThrough(visitor, server, 'almost-done', worksFirst, 2)
      await signIn(context, server, visitor)
      await page.goto(COURSE)
      await expect(page.getByText('1 of 8 cases played to an ending')).toBeVisible()
      const standings = page.locator('.case-standing .small')
      await expect(standings).toHaveText([
        'Played to an ending',
        'Under way',
        'Opens after “Almost Done”',
        ...Array.from({ length: 5 }, () => /^Opens after “/),
      ])
      await expect(page.locator('.requirements li').nth(2)).toContainText('1 of 8')
      await page.getByRole('link', { name: 'Go on after decision 2' }).click()
      await expect(page).toHaveURL(new RegExp(`${attempt}$`))
    })

    test('the plan tells what is not right in it, keeps what was written, is kept and can be written again', async ({
      page,
      context,
      server,
    }) => {
      await signIn(context, server, await whoPlayed(server, 1))
      await page.goto(`${COURSE}/plan`)
      const first = page.getByRole('group', { name: 'The first decision' })
      const second = page.getByRole('group', { name: 'The second decision' })
      await first.getByLabel('It is about').selectOption('trust')
      await first.getByLabel('What I will decide').fill('Who leads the rota')
      await first.getByLabel('I decide it by').fill('2020-01-01')
      await second.getByLabel('It is about').selectOption('trust')
      await page.getByRole('button', { name: 'Keep this plan' }).click()
      await expect(page.getByText('5 things are not right yet.')).toBeVisible()
      await expect(first.getByLabel('I decide it by')).toHaveAccessibleDescription(/^That day has passed/)
      await expect(second.getByLabel('It is about')).toHaveAccessibleDescription(/Choose another\.$/)
      await expect(first.getByLabel('What I will decide')).toHaveValue('Who leads the rota')
      if (javaScriptEnabled) await expect(first.getByLabel('I decide it by')).toBeFocused()
      await fillPlan(page, server)
      await page.getByRole('button', { name: 'Keep this plan' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('What I will decide')
      await expect(page.locator('.plan-sheet > li')).toContainText(['Building trust', 'Delegating'])
      await page.getByRole('link', { name: 'Write it again' }).click()
      await expect(first.getByLabel('What I will decide')).toHaveValue('Who leads the rota on Fridays')
      await first.getByLabel('What I will decide').fill('Who writes the minutes')
      await page.getByRole('button', { name: 'Keep the new plan' }).click()
      await expect(page.locator('.plan-sheet > li').first()).toContainText('Who writes the minutes')
    })
  })
}

async function fillPlan(page: Page, server: TestServer): Promise<void> {
  const first = page.getByRole('group', { name: 'The first decision' })
  const second = page.getByRole('group', { name: 'The second decision' })
  await first.getByLabel('It is about').selectOption('trust')
  await first.getByLabel('What I will decide').fill('Who leads the rota on Fridays')
  await first.getByLabel('I decide it by').fill(day(server, 5))
  await first.getByLabel('Who will notice').fill('Ola')
  await second.getByLabel('It is about').selectOption('delegation')
  await second.getByLabel('What I will decide').fill('What Ola takes over from me')
  await second.getByLabel('I decide it by').fill(day(server, 9))
  await second.getByLabel('Who will notice').fill('Marisol')
  await page.getByLabel('I look back on both on').fill(day(server, 21))
}

test('a learner who has played everything is led over the lens and the plan to the certificate', async ({
  page,
  context,
  server,
}) => {
  const visitor = await whoPlayed(server, 8)
  await signIn(context, server, visitor)
  await page.goto(COURSE)
  await expect(page.getByText('8 of 8 cases played to an ending')).toBeVisible()
  await page.getByRole('link', { name: 'Answer the role lens again' }).click()
  await page.getByRole('button', { name: 'Keep these answers' }).click()
  await page.getByRole('link', { name: 'Go on with the course' }).click()
  await page.getByRole('link', { name: 'Write the plan' }).click()
  await expect(page.getByText(/Your profile rests on \d+ decisions about execution/)).toBeVisible()
  await expect(page.locator('.offers > li').first()).toBeVisible()
  await fillPlan(page, server)
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await page.getByRole('link', { name: 'Back to the course' }).click()
  await expect(page.locator('.requirements li').filter({ hasText: 'Done' })).toHaveCount(5)
  await expect(page.getByRole('link', { name: 'Get the certificate' })).toHaveAttribute('href', `${COURSE}/certificate`)
  expect([...(await findFaults(page, 'complete')), ...(await findOverflow(page, 'complete'))]).toEqual([])
})

test('axe finds nothing on the pages of a course, and none scrolls sideways from 320 px up', async ({
  page,
  context,
  server,
}) => {
  const found: Array<string> = []
  const look = async (address: string, kind: string) => {
    await page.goto(address)
    found.push(...(await findFaults(page, kind)), ...(await findOverflow(page, kind)))
  }
  await look(COURSE, 'visitor')
  const visitor = await whoPlayed(server, 2)
  await playThrough(visitor, server, 'twenty-eight-beds', worksFirst, 2)
  await signIn(context, server, visitor)
  await look(COURSE, 'under way')
  await look(`${COURSE}/plan`, 'plan')
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await page.getByText('not right yet').waitFor()
  found.push(...(await findFaults(page, 'plan problems')), ...(await findOverflow(page, 'plan problems')))
  await fillPlan(page, server)
  await page.getByLabel('What I will decide').first().fill('x'.repeat(300))
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await page.getByRole('link', { name: 'Write it again' }).waitFor()
  found.push(...(await findFaults(page, 'plan kept')), ...(await findOverflow(page, 'plan kept')))
  expect(found).toEqual([])
})

test('the plan is written by keyboard alone', async ({ page, context, server }) => {
  await signIn(context, server, await whoPlayed(server, 1))
  await page.goto(COURSE)
  await page.goto(`${COURSE}/plan`)
  await keyboard.write(page.getByLabel('What I will decide').first(), 'Who leads the rota on Fridays')
  await keyboard.write(page.getByLabel('Who will notice').first(), 'Ola')
  await keyboard.write(page.getByLabel('What I will decide').last(), 'What Ola takes over')
  await keyboard.write(page.getByLabel('Who will notice').last(), 'Marisol')
  await keyboard.press(page.getByRole('button', { name: 'Keep this plan' }))
  // Without a competency the first list takes the focus: what is typed there picks from it.
  await expect(page.getByLabel('It is about').first()).toBeFocused()
  await page.keyboard.type('Delegating')
  await page.keyboard.press('Tab')
  await page.getByLabel('It is about').last().focus()
  await page.keyboard.type('Building trust')
  await keyboard.press(page.getByRole('button', { name: 'Keep this plan' }))
  await expect(page.locator('.plan-sheet > li')).toContainText(['Delegating', 'Building trust'])
})

test('on paper the course is a syllabus without a word about who takes it, and the plan is one page at its longest', async ({
  page,
  context,
  server,
}) => {
  const visitor = await whoPlayed(server, 8)
  const attempts = /href="(\/attempts\/[0-9a-f-]{36})\/debrief"/g
  for (const [, attempt = ''] of (await visitor.get(COURSE)).text.matchAll(attempts)) {
    const commitment = { intent: 'commit', when: LONG, will: LONG, witness: 'Ola', dueOn: day(server, 20) }
    expect((await visitor.post(`${attempt}/debrief`, commitment)).status).toBe(303)
  }
  await signIn(context, server, visitor)
  await page.goto(COURSE)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.course-progress', '.next', '.case-standing', '.status-mark', '.head', '.tick path'])
    for (const part of await page.locator(hidden).all()) await expect(part).toBeHidden()
  for (const part of ['.module-head .note', '.course-case .hook', '.course-case .small'])
    for (const shown of await page.locator(part).all()) await expect(shown).toBeVisible()
  await page.emulateMedia({ media: null })
  await page.goto(`${COURSE}/plan`)
  await fillPlan(page, server)
  for (const field of await page.getByLabel('What I will decide').all()) await field.fill(LONG)
  for (const field of await page.getByLabel('Who will notice').all()) await field.fill('a colleague '.repeat(8).trim())
  await page.getByRole('button', { name: 'Keep this plan' }).click()
  await expect(page.locator('.meant li')).toHaveCount(8)
  const margin = { top: '16mm', bottom: '16mm', left: '16mm', right: '16mm' }
  const paper = (await page.pdf({ format: 'A4', margin })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
})
