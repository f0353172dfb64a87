import { expect, test } from './fixtures.ts'
import { aLearner, playThrough, signIn, SLUGS, worksFirst } from './learners.ts'
import { findFaults, findOverflow } from './page-faults.ts'
import { aVisitor } from '../setup/visitor.ts'

test.describe.configure({ timeout: 300_000 })

const ROLE = [5, 4, 5, 4, 2, 2, 4, 4, 1, 5]

test('a visitor reads that nothing is known yet, and is led to a case', async ({ page }) => {
  await page.goto('/profile')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Nothing is known here yet/)
  await expect(page.getByRole('img', { name: /^Execution: estimate 50, 90% interval 33 to 67/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Seventeen competencies' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Open the case' }).click()
  await expect(page.getByRole('button', { name: 'Start the case' })).toBeVisible()
  expect([...(await findFaults(page, 'empty')), ...(await findOverflow(page, 'empty'))]).toEqual([])
})

test('after one case there are estimates and no claims, and each decision behind them can be opened', async ({
  page,
  context,
  server,
}) => {
  await signIn(context, server, await aLearner(server, SLUGS.slice(0, 1), worksFirst))
  await page.goto('/profile')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A first impression. It is too early to claim anything.',
  )
  await expect(page.getByText(/^Not enough evidence yet: about \d+ more decisions?$/)).toHaveCount(19)
  expect([...(await findFaults(page, 'one')), ...(await findOverflow(page, 'one'))]).toEqual([])
  await page.locator('.comp summary').first().click()
  const behind = page.locator('.comp details[open] .behind a').first()
  const to = (await behind.getAttribute('href')) ?? ''
  expect(to).toMatch(/^\/attempts\/[0-9a-f-]{36}\/debrief#decision-\d+$/)
  await behind.click()
  await expect(page.locator(to.slice(to.indexOf('#')))).toBeInViewport()
})

test('after every case and two of them again there are claims, reasons and pictures with their data as text', async ({
  page,
  context,
  server,
}) => {
  const visitor = await aLearner(server, [...SLUGS, ...SLUGS.slice(0, 2)], worksFirst)
  await visitor.post('/role', Object.fromEntries(ROLE.map((answer, item) => [`item-${item}`, String(answer)])))
  await signIn(context, server, visitor)
  await page.goto('/profile')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'In these cases you got the work done. Fewer people came with you.',
  )
  await expect(
    page.getByRole('img', { name: /^Execution \d+ across, influence \d+ up\. The region of 90%/ }),
  ).toBeVisible()
  await expect(page.getByText(/For now we suggest practising leadership first/)).toContainText(
    /Your role asks for 3 of 5 in execution and 4 of 5 in influence; your choices fall short of that with a probability of/,
  )
  await expect(
    page.getByText(/^It tells most about .* We expect about \d+% of what can be reached in it/),
  ).toBeVisible()
  await expect(page.locator('.moments > li')).toHaveCount(1 + SLUGS.length)
  await expect(page.getByRole('heading', { name: 'Hidden strengths' })).toBeVisible()
  await expect(page.locator('.calibration > li')).toHaveCount(SLUGS.length)
  // One of each kind: a page with every list open is the same many times over, and takes axe minutes.
  await page.locator('.more-of summary').first().click()
  for (const list of await page.locator('.comp').all()) await list.locator('summary').first().click()
  expect([...(await findFaults(page, 'eight')), ...(await findOverflow(page, 'eight'))]).toEqual([])
  expect(await page.locator('main').innerText()).not.toMatch(/\byou are\b/i)
})

test('no rating of a decision is shown before its debrief, though what was decided counts', async ({
  page,
  context,
  server,
}) => {
  const visitor = aVisitor(server.url)
  const attempt = await playThrough(visitor, server, 'the-2240-trailer', worksFirst, 4)
  await signIn(context, server, visitor)
  await page.goto('/profile')
  await expect(page.getByText('Profile · after 4 decisions in 1 case')).toBeVisible()
  await expect(page.locator('main .rate')).toHaveCount(0)
  await expect(page.locator('.calibration > li')).toHaveCount(0)
  await page.getByText('The decisions behind it').first().click()
  await page.locator('.behind.compact a').first().click()
  await expect(page).toHaveURL(new RegExp(`${attempt}\\?visit=\\d+$`))
})

test('the role lens tells what is missing, keeps what was marked, and moves the cuts of the profile', async ({
  page,
}) => {
  await page.goto('/role')
  await page.getByRole('radio', { name: '5 true almost all the time' }).first().check()
  await page.getByRole('button', { name: 'Keep these answers' }).click()
  await expect(page.getByRole('alert')).toContainText('9 statements have no answer yet')
  await expect(page.getByRole('radio', { name: '5 true almost all the time' }).first()).toBeChecked()
  for (const [item, answer] of ROLE.entries())
    await page.locator(`input[name="item-${item}"][value="${answer}"]`).check()
  await page.getByRole('button', { name: 'Keep these answers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your role asks mainly for influence.')
  await expect(page.getByText('2.9 of 5')).toBeVisible()
  await expect(page.getByText('4.4 of 5')).toBeVisible()
  expect([...(await findFaults(page, 'role')), ...(await findOverflow(page, 'role'))]).toEqual([])
  await page.getByRole('link', { name: 'See it in your profile' }).click()
  await expect(page.getByRole('img', { name: /exposed below 48, strong above 58/ })).toBeVisible()
})

test('the brief of a case that was played says what a replay counts, and so does the attempt before it begins', async ({
  page,
  context,
  server,
  player,
}) => {
  const visitor = aVisitor(server.url)
  await playThrough(visitor, server, 'green-boxes', worksFirst, 2)
  await signIn(context, server, visitor)
  await page.goto('/cases/almost-done')
  await expect(page.getByText('What a replay counts:')).toHaveCount(0)
  await page.goto('/cases/green-boxes')
  await expect(page.getByText('What a replay counts:')).toBeVisible()
  await player.start('green-boxes')
  await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible()
  await expect(page.getByText('What a replay counts:')).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a pick in the live example moves the bars', async ({ page }) => {
      await page.goto('/how-it-scores')
      await expect(page.getByRole('img', { name: /^Execution: estimate 50/ })).toBeVisible()
      for (let picks = 0; picks < 3; picks += 1) {
        await page.getByRole('link', { name: /^a · / }).click()
        await expect(page).toHaveURL(new RegExp(`picks=${'a'.repeat(picks + 1)}(#|$)`))
      }
      await expect(page.getByRole('img', { name: /^Execution: estimate 5[1-9]/ })).toBeVisible()
      await expect(page.getByRole('img', { name: /^Influence: estimate 4\d/ })).toBeVisible()
      await page.getByRole('link', { name: 'Twelve times the best for the people (b)' }).click()
      await expect(page.getByText('After decision 12: b')).toBeVisible()
    })
  })
}

test('the page on scoring gives the limits and the table of the simulation, and axe finds nothing', async ({
  page,
}) => {
  await page.goto('/how-it-scores?picks=aabd')
  await expect(page.getByText(/must not be used to select or promote anyone/)).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(2)
  await expect(page.getByRole('row', { name: /^20 / })).toContainText('0.93')
  expect([...(await findFaults(page, 'scoring')), ...(await findOverflow(page, 'scoring'))]).toEqual([])
})
