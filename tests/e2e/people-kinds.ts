import type { Page } from '@playwright/test'
import { aPerson, change, learnerWith, PASSWORD } from '../setup/people.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor } from '../setup/visitor.ts'
import { playThrough, worksFirst } from './learners.ts'

/** Called on every page, with a name for it. */
type See = (kind: string) => Promise<void>

type Visit = { page: Page; server: TestServer }

const LONG = 'Wilhelmina-Alexandrine van der Schimmelpenninck-Oudenhoven tot Westerwolde'

/** Leads through every page about people, with content that is real, missing, long and wrong. */
export async function seePeoplePages({ page, server }: Visit, see: See): Promise<void> {
  await seeTheWayIn({ page, server }, see)
  await seeSettings(page, see)
  await seeAdmin({ page, server }, see)
  await seeDeletion(page, see)
}

/** From a guest to an account, by every page on the way. */
async function seeTheWayIn({ page, server }: Visit, see: See): Promise<void> {
  await page.goto('/sign-in')
  await see('sign-in')
  await page.goto('/sign-up')
  await see('sign-up')
  await playAsGuest({ page, server })
  await page.goto('/cases')
  await see('library-guest')
  await page.goto('/settings/data')
  await see('data-guest')
  await page.goto('/sign-in')
  await fill(page, { 'E-mail address': 'ola@example.org', Password: 'not the right one' })
  await press(page, 'Sign in')
  await page.getByRole('alert').waitFor()
  await see('sign-in-wrong')
  await page.goto('/sign-up')
  await fill(page, { Name: ' ', 'E-mail address': 'ola@', Password: 'short' })
  await press(page, 'Make the account')
  await page.getByText('Write the name').waitFor()
  await see('sign-up-problems')
  await page.goto('/reset')
  await see('reset')
  await fill(page, { 'E-mail address': 'ola@example.org' })
  await press(page, 'Ask for a link')
  await page.getByRole('heading', { name: 'You have asked' }).waitFor()
  await see('reset-asked')
  await page.goto('/reset/new?token=older')
  await see('new-password-closed')
  await page.goto(server.firstAdmin ?? '')
  await see('first-admin')
  await fill(page, { Name: LONG, 'E-mail address': `${'w'.repeat(50)}@example.org`, Password: PASSWORD })
  await press(page, 'Make the admin’s account')
  await page.waitForURL('**/admin')
}

async function playAsGuest({ page, server }: Visit): Promise<void> {
  const visitor = aVisitor(server.url)
  await playThrough(visitor, server, 'almost-done', worksFirst, 3)
  const [name = '', value = ''] = visitor.cookie().split(/=(.*)/)
  await page.context().addCookies([{ name, value, url: server.url }])
}

async function seeSettings(page: Page, see: See): Promise<void> {
  await page.goto('/settings/account')
  await see('account')
  await fill(page, { 'New password Optional': 'short', 'Your password as it is now': '' })
  await press(page, 'Keep the changes')
  await page.getByText('Use at least 10 characters; this has 5').waitFor()
  await see('account-problems')
  await page.goto('/settings/account?notice=kept')
  await see('account-kept')
  await page.goto('/settings/sessions')
  await see('sessions-one')
  await page.goto('/settings/data')
  await see('data')
  await press(page, 'Delete everything')
  await page.getByText('This is not your password').waitFor()
  await see('data-problem')
}

async function seeAdmin({ page, server }: Visit, see: See): Promise<void> {
  const ola = await aPerson(server, 'Ola')
  for (const name of ['Eva', 'Per', 'Lucia']) await aPerson(server, name, name === 'Eva' ? 'instructor' : 'learner')
  await aVisitor(server.url).post('/reset', { email: ola.email })
  await page.goto('/admin')
  await see('people')
  await page.goto('/admin?q=nobody+at+all')
  await see('people-none')
  const place = `/admin/people/${learnerWith(server, ola.email)}`
  await page.goto(place)
  await see('person')
  await press(page, 'Make a link')
  const link = (await page.locator('code').textContent()) ?? ''
  await see('person-link')
  await page.goto(`/admin?q=schimmel`)
  await page.getByRole('link', { name: LONG, exact: true }).last().click()
  await page.getByRole('radio', { name: 'Learner' }).check()
  await press(page, 'Give this role')
  await page.getByRole('alert').waitFor()
  await see('person-last-admin')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await playAsGuest({ page, server })
  await page.goto('/sign-in')
  await see('sign-in-guest')
  await page.goto(link)
  await see('new-password')
  for (let more = 0; more < 3; more += 1)
    await aVisitor(server.url).post('/sign-in', { email: ola.email, password: PASSWORD })
  await fill(page, { 'New password': 'another good password' })
  await press(page, 'Set it and sign in')
  await page.getByText('Your new password is set').waitFor()
  await see('account-reset')
  for (const [browser, day] of [
    ['Safari on an iPhone', '2026-01-03'],
    ['Firefox on Windows', '2025-12-30'],
  ] as const) {
    const sql = `INSERT INTO "Session" ("id", "learnerId", "createdAt", "expiresAt", "browser", "seenAt") VALUES (?, ?, ?, '2099-01-01T00:00:00.000+00:00', ?, ?)`
    const moment = `${day}T00:00:00.000+00:00`
    change(server, sql, browser, learnerWith(server, ola.email), moment, browser, moment)
  }
  await page.goto('/settings/sessions')
  await see('sessions')
  await page.context().addCookies(cookies)
}

async function seeDeletion(page: Page, see: See): Promise<void> {
  await page.goto('/settings/data')
  await fill(page, { 'To be sure, your password': PASSWORD })
  await press(page, 'Delete everything')
  await page.getByRole('heading', { name: 'It is all deleted' }).waitFor()
  await see('deleted')
  await page.goto('/teach')
  await see('not-found-signed-out')
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text)
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).click()
}
