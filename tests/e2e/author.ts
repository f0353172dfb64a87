import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { makeAuthor } from '../setup/author.ts'
import type { TestServer } from '../setup/server.ts'

/** Makes whoever sits at this page an instructor. */
export async function becomeAuthor(page: Page, server: TestServer, name = 'Marta Vidal'): Promise<void> {
  await page.goto('/cases/two-front-doors')
  await page.getByRole('button', { name: 'Start the case' }).click()
  await expect(page).toHaveURL(/\/attempts\//)
  const cookie = (await page.context().cookies()).find(({ name: key }) => key === 'casewright')
  makeAuthor(server.database, cookie?.value ?? '', name)
}

export async function beginCase(page: Page, title: string): Promise<void> {
  await page.goto('/teach/cases')
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title)
  await page.getByRole('button', { name: 'Begin the case' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title, { timeout: START_MS })
}

export const editor = (page: Page) => page.locator('.cm-content')
/** The first check of a text waits for the check process to start. */
const START_MS = 60_000

/** The draft as it plays beside its text. */
export const preview = (page: Page) => page.frameLocator('.draft-frame')

/** Goes to the second scene by the map: the cursor goes there, and the preview after it. */
export async function followsToSecondScene(page: Page): Promise<void> {
  await page.locator('.cm-editor').waitFor()
  await page.locator('#map summary').click()
  const second = page.locator('#map .map-list li a').nth(1)
  const title = await second.innerText()
  await second.click()
  await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText(title)
}

export const status = (page: Page) => page.locator('.bar output')

/** Replaces the whole text, as by pasting. */
export async function write(page: Page, text: string): Promise<void> {
  await page.locator('.cm-editor').waitFor()
  await editor(page).click()
  await page.keyboard.press('Control+a')
  await editor(page).evaluate((content, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** What stands under a line is drawn where the line is: this goes to the first one with a problem. */
export async function seeFirstProblem(page: Page): Promise<void> {
  await page.locator('.found li:has(.found-mark.error) .to-line').first().click()
  await expect(page.locator('.cw-says').first()).toBeVisible()
}

export async function isSaved(page: Page): Promise<void> {
  await expect(status(page)).toHaveText(/^draft saved/)
}
