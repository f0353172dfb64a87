import { PASSWORD, signedIn } from '../setup/people.ts'
import { aVisitor } from '../setup/visitor.ts'
import { expect, test } from './fixtures.ts'
import { keyboard } from './hands.ts'
import { playThrough, signIn, worksFirst } from './learners.ts'
import { findFaults, findOverflow } from './page-faults.ts'
import { seePeoplePages } from './people-kinds.ts'

test.describe.configure({ timeout: 300_000 })
// A server of its own, on which nobody is an admin before the link to become the first one is followed.
test.use({ content: 'content' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a guest signs up, finds everything again after signing out and in, and deletes it all', async ({
      page,
      context,
      server,
      player,
    }) => {
      const email = `ola-${javaScriptEnabled}@example.org`
      const guest = aVisitor(server.url)
      const attempt = await playThrough(guest, server, 'almost-done', worksFirst, 2)
      await signIn(context, server, guest)
      await page.goto('/cases')
      await player.settle()
      await expect(page.getByText('You play as a guest')).toBeVisible()
      await page.locator('footer').getByRole('link', { name: 'Sign up' }).click()
      await page.getByLabel('Name').fill('Ola Nowak')
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password').fill('short')
      await page.getByRole('button', { name: 'Make the account' }).click()
      await expect(page.getByText('Use at least 10 characters; this has 5.')).toBeVisible()
      await expect(page.getByLabel('E-mail address')).toHaveValue(email)
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Make the account' }).click()
      await expect(
        page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Ola Nowak' }),
      ).toBeVisible()
      await expect(page.getByText('You play as a guest')).toHaveCount(0)
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Ola Nowak' }).click()
      // As the studio keeps what it could not save yet.
      await page.evaluate(() => localStorage.setItem('casewright draft monday', 'with its key'))
      await page.getByRole('button', { name: 'Sign out of this browser' }).click()
      await expect(page.getByText('You are signed out of this browser.')).toBeVisible()
      expect(await page.evaluate(() => localStorage.length)).toBe(0)
      await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sign in' })).toBeVisible()
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password').fill('not the right one')
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('alert')).toContainText('don’t belong together')
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL(/\/home/)
      await page.goto(attempt)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.goto('/settings/data')
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download the file' }).click()
      expect((await download).suggestedFilename()).toMatch(/^casewright-.*\.json$/)
      await page.getByLabel('To be sure, your password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Delete everything' }).click()
      await expect(page.getByRole('heading', { name: 'It is all deleted' })).toBeVisible()
      expect((await page.goto(attempt))?.status()).toBe(404)
    })

    test('what a guest played is taken along by signing in, and browsers are signed out one by one', async ({
      page,
      context,
      server,
    }) => {
      const email = `eva-${javaScriptEnabled}@example.org`
      const first = aVisitor(server.url)
      await first.post('/sign-up', { name: 'Eva', email, password: PASSWORD })
      const guest = aVisitor(server.url)
      const attempt = await playThrough(guest, server, 'almost-done', worksFirst, 1)
      await signIn(context, server, guest)
      await page.goto('/sign-in?next=%2Fsettings%2Fsessions')
      await expect(page.getByLabel('Take along one decision in one case')).toBeChecked()
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible()
      expect((await first.get(attempt)).status).toBe(200)
      await expect(page.getByRole('listitem').filter({ hasText: 'Signed in on' })).toHaveCount(2)
      await page.getByRole('button', { name: 'Sign out everywhere but here' }).click()
      await expect(page.getByText('You are signed out everywhere but here.')).toBeVisible()
      expect((await first.get('/settings/account')).status).toBe(302)
      await signedIn(server, email)
      await page.reload()
      await page.getByRole('button', { name: /^Sign out A browser that does not say which/ }).click()
      await expect(page.getByText('That browser is signed out.')).toBeVisible()
      await expect(page.getByText('In this browser only.')).toBeVisible()
    })
  })
}

test('signing up, changing the password and signing out go by keyboard alone', async ({ page, player }) => {
  await page.goto('/sign-up')
  await player.settle()
  await keyboard.write(page.getByLabel('Name'), 'Pia')
  await keyboard.write(page.getByLabel('E-mail address'), 'pia@example.org')
  await keyboard.press(page.getByRole('button', { name: 'Make the account' }))
  await expect(page.getByText('Choose a password.')).toBeVisible()
  await expect(page.getByLabel('Password')).toBeFocused()
  await page.keyboard.insertText(PASSWORD)
  await page.keyboard.press('Enter')
  await keyboard.press(page.getByRole('link', { name: 'Pia', exact: true }))
  await keyboard.write(page.getByLabel(/^New password/), 'another good password')
  await keyboard.write(page.getByLabel('Your password as it is now'), PASSWORD)
  await keyboard.press(page.getByRole('button', { name: 'Keep the changes' }))
  await expect(page.getByText('Your changes are kept.')).toBeVisible()
  await keyboard.press(page.getByRole('button', { name: 'Sign out of this browser' }))
  await expect(page.getByText('You are signed out of this browser.')).toBeVisible()
})

test('axe finds nothing on any page about people, in light and in dark, and nothing sticks out from 320 px up', async ({
  page,
  server,
}) => {
  const found: Array<string> = []
  await seePeoplePages({ page, server }, async (kind) => {
    found.push(...(await findFaults(page, kind)), ...(await findOverflow(page, kind)))
  })
  expect(found).toEqual([])
})
