import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { newCaseSource } from '../../app/cases/new-case.ts'
import { becomeAuthor, beginCase, editor, isSaved, write } from './author.ts'
import { expect, test } from './fixtures.ts'

const IMAGE = path.resolve('tests/fixtures/content/cases/every-element/level.png')
const NO_IMAGE = path.resolve('package.json')

test('an image is added by the field and written into the text; an executable is refused with a reason', async ({
  page,
  server,
}) => {
  await becomeAuthor(page, server)
  await beginCase(page, 'Pictures')
  await page.locator('.cm-editor').waitFor()
  const field = page.locator('#image')
  await field.setInputFiles({ name: 'level.png', mimeType: 'image/png', buffer: Buffer.from('\x7fELF\x02\x01\x01\0') })
  await expect(page.locator('#image-problem')).toContainText('what is in it is none')
  await field.setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(20_000_000) })
  await expect(page.locator('#image-problem')).toContainText('20.0 MB')
  await field.setInputFiles(IMAGE)
  await expect(page.locator('#images code')).toHaveText(/^level-[0-9a-f]{6}\.png$/)
  await expect(editor(page)).toContainText('<Figure src="level-')
  await isSaved(page)

  const remove = page.getByRole('button', { name: /^Remove level-/ })
  await remove.click()
  await expect(page.locator('#image-problem')).toContainText('Take it out of the text first')
  await write(page, newCaseSource('Pictures'))
  await isSaved(page)
  await remove.click()
  await expect(page.locator('#images code')).toHaveCount(0)
  await page.reload()
  await expect(page.locator('#images')).toContainText('none yet')
})

for (const [where, place] of [
  ['its front matter', (page: Page) => page.locator('.cm-line').first()],
  ['its line numbers', (page: Page) => page.locator('.cm-gutters')],
  ['the list of images', (page: Page) => page.locator('#images')],
] as const) {
  test(`an image dropped on ${where} is added and written into the text, and the page stays`, async ({
    page,
    server,
  }) => {
    await becomeAuthor(page, server)
    const title = `Dropped on ${where}`
    await beginCase(page, title)
    await page.locator('.cm-editor').waitFor()
    await dropFile(page, place(page), NO_IMAGE)
    await expect(page.locator('#image-problem')).toBeVisible()
    await expect(editor(page)).not.toContainText('devDependencies')
    await dropFile(page, place(page), IMAGE)
    await expect(page.locator('#images code')).toHaveText(/^level-[0-9a-f]{6}\.png$/)
    await expect(page.locator('#image-problem')).toHaveCount(0)
    await isSaved(page)
    await page.reload()
    // Wherever it was dropped, it stands where a figure can: the text still has its title.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(editor(page)).toContainText('<Figure src="level-')
    await expect(page.locator('#images code')).toHaveText(/^level-/)
  })
}

/** Drags a file from outside onto something, as a hand does: the browser itself then decides what becomes of it. */
async function dropFile(page: Page, onto: Locator, file: string): Promise<void> {
  await onto.scrollIntoViewIfNeeded()
  const box = await onto.boundingBox()
  if (box === null) throw new Error('Expected something to drop onto')
  const browser = await page.context().newCDPSession(page)
  const held = {
    x: box.x + Math.min(8, box.width / 2),
    y: box.y + Math.min(8, box.height / 2),
    data: { items: [], files: [file], dragOperationsMask: 1 },
  }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, ...held })
  await browser.detach()
}
