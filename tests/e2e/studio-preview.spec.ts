import { becomeAuthor, beginCase, editor, followsToSecondScene, isSaved, preview } from './author.ts'
import { expect, test } from './fixtures.ts'

test('a preview that is ready before the page around it follows the cursor all the same', async ({ page, server }) => {
  await becomeAuthor(page, server)
  await page.addInitScript(() => {
    window.addEventListener('message', ({ data }) => {
      if (data?.kind === 'ready') document.documentElement.dataset['heard'] = 'ready'
    })
  })
  let release = () => {}
  const held = new Promise<void>((done) => (release = done))
  await page.route('**/studio-case-*.js', async (route) => {
    await held
    await route.continue()
  })
  // The scripts are held back: the page is not loaded before they are there.
  await page.goto('/teach/cases/two-front-doors', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-heard', 'ready')
  release()
  await followsToSecondScene(page)
})

test('the draft is played beside its text, follows what is typed, and leaves the focus and nothing else behind', async ({
  page,
  server,
}) => {
  await becomeAuthor(page, server)
  await beginCase(page, 'Played beside')
  await page.goto('/teach/cases/played-beside?line=20')
  await page.locator('.cm-editor').waitFor()
  const first = preview(page)
  await first.locator('input[name="best"][value="ask-round"]').check()
  await first.locator('input[name="worst"][value="hope"]').check()
  await first.getByRole('button', { name: 'Decide' }).click()
  await expect(first.getByText('Two of them know a faster way').first()).toBeVisible()
  await first.getByRole('link', { name: /^Continue/ }).click()
  await expect(first.getByText('stand ready at the third door')).toBeVisible()

  // What is typed is played from where the way stands, and whoever types keeps the focus.
  await page.locator('.cm-line', { hasText: 'Two of eight are ill' }).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Snow falls.')
  await isSaved(page)
  await expect(editor(page)).toBeFocused()
  await expect(first.getByText('stand ready at the third door')).toBeVisible()
  await first.getByRole('link', { name: /The hole in the rota/ }).click()
  await expect(first.getByText('Snow falls.')).toBeVisible()
  await page.goto('/profile')
  await expect(page.getByText('Played beside')).toHaveCount(0)
})

test('a preview is loaded anew by a save alone, and stays where it is read', async ({ page, server }) => {
  await becomeAuthor(page, server)
  await beginCase(page, 'Read beside')
  const loads: Array<() => void> = []
  await page.route('**/play.data*', async (route) => {
    await new Promise<void>((release) => loads.push(release))
    await route.continue()
  })
  await page.goto('/teach/cases/read-beside?line=20')
  await expect(editor(page)).toBeFocused()
  await page.waitForLoadState('networkidle')
  expect(loads).toHaveLength(0)

  await page.keyboard.press('End')
  await page.keyboard.type(' Snow falls.')
  await expect.poll(() => loads.length).toBe(1)
  const body = preview(page).locator('body')
  await body.evaluate(() => window.scrollTo(0, 200))
  loads[0]?.()
  await expect(preview(page).getByText('Snow falls.')).toBeAttached()
  expect(await body.evaluate(() => window.scrollY)).toBe(200)
})
