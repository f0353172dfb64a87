import { newCaseSource } from '../../app/cases/new-case.ts'
import {
  becomeAuthor,
  beginCase,
  editor,
  followsToSecondScene,
  isSaved,
  seeFirstProblem,
  status,
  write,
} from './author.ts'
import { expect, test } from './fixtures.ts'
import { findFaults, findOverflow } from './page-faults.ts'

test('a case is written from nothing, checked as it is typed, published and played', async ({
  page,
  player,
  server,
}) => {
  await becomeAuthor(page, server)
  await beginCase(page, 'The late pallet')
  const source = newCaseSource('The late pallet')
  await write(page, source.replace('goto="', 'goto="nowhere-'))
  await seeFirstProblem(page)
  await expect(page.locator('.cw-says').first()).toContainText('nowhere-')
  await expect(page.locator('#problems output')).toContainText('Publishing waits')
  await isSaved(page)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.locator('.notice').first()).toContainText('Not published: the text has an error')

  await write(page, source.replace('A parcel hub', 'A quiet parcel hub'))
  await expect(page.locator('#problems')).not.toContainText('Publishing waits')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page).toHaveURL(/\/versions\?notice=published$/)
  await expect(page.getByRole('heading', { name: /^Version 1/ })).toBeVisible()

  await page.goto('/cases/the-late-pallet')
  await expect(page.getByText('A quiet parcel hub')).toBeVisible()
  await page.getByRole('button', { name: 'Start the case' }).click()
  await expect(page).toHaveURL(/\/attempts\//)
  await page.getByRole('link', { name: 'Begin' }).click()
  await player.decide({ best: 'ask-round', worst: 'hope' })
  await player.goOn()
  await player.decide({ best: 'let-choose', worst: 'load-alone' })
  await expect(player.heading).toHaveText('A quarter to nine')
  await player.decide({ best: 'people', worst: 'illness' })
  await expect(player.heading).toHaveText('Ready for Tuesday')
})

test('the editor completes the language, lights the scene of the cursor and shows it as learners read it', async ({
  page,
  server,
}) => {
  await becomeAuthor(page, server)
  await page.goto('/teach/cases/two-front-doors')
  await followsToSecondScene(page)
  await expect(page.locator('.draft-map .name.strong').first()).toBeAttached()
  await page.keyboard.press('End')
  await page.keyboard.insertText('\n')
  await page.keyboard.type('<Fig')
  await expect(page.getByRole('option', { name: /<Figure>/ })).toBeVisible()
})

test('an address leads to a line of the text', async ({ page, server }) => {
  await becomeAuthor(page, server)
  await page.goto('/teach/cases/two-front-doors?line=60')
  await page.locator('.cm-editor').waitFor()
  await expect(page.locator('#text-title span')).toHaveText('line 60')
  await expect(editor(page)).toBeFocused()
})

test('the keyboard leaves the editor by Esc and Tab, which the page says', async ({ page, server }) => {
  await becomeAuthor(page, server)
  await beginCase(page, 'By keyboard alone')
  await page.locator('.cm-editor').waitFor()
  await editor(page).focus()
  await expect(editor(page)).toHaveAccessibleDescription(/press Esc and then Tab to leave the editor/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(editor(page)).not.toBeFocused()
})

test('two editors at once: the second sees both texts, and nothing is overwritten until they say so', async ({
  page,
  browser,
  server,
}) => {
  await becomeAuthor(page, server, 'Marta Vidal')
  await beginCase(page, 'At once')
  const source = newCaseSource('At once')
  const context = await browser.newContext({ baseURL: server.url })
  const second = await context.newPage()
  await becomeAuthor(second, server, 'Tomás Quirós')
  await second.goto('/teach/cases/at-once')
  await second.locator('.cm-editor').waitFor()

  await write(page, source.replace('One sentence', 'The first sentence'))
  await isSaved(page)
  await write(second, source.replace('One sentence', 'The second sentence'))
  const conflict = second.locator('.conflict')
  await expect(conflict).toContainText('Marta Vidal saved another text')
  await expect(conflict.getByLabel('Yours')).toHaveValue(/The second sentence/)
  await expect(conflict.getByLabel('Theirs')).toHaveValue(/The first sentence/)
  await page.reload()
  await expect(editor(page)).toContainText('The first sentence')

  await second.getByRole('button', { name: 'Save mine over theirs' }).click()
  await isSaved(second)
  await page.reload()
  await expect(editor(page)).toContainText('The second sentence')
  await context.close()
})

test.describe('when the server can’t be reached', () => {
  test.use({ mayComplain: /Failed to load resource/ })

  test('what was typed survives the browser and is saved when the page is opened again', async ({ page, server }) => {
    await becomeAuthor(page, server)
    await beginCase(page, 'Crash')
    await page.route('**/draft', (route) => route.abort())
    await write(page, newCaseSource('Crash').replace('One sentence', 'A sentence before the crash'))
    await expect(status(page)).toContainText('kept in this browser')
    const after = await page.context().newPage()
    await page.close()
    await after.goto('/teach/cases/crash')
    await expect(editor(after)).toContainText('A sentence before the crash')
    await isSaved(after)
    await after.reload()
    await expect(editor(after)).toContainText('A sentence before the crash')
    await expect(after.getByText('This browser still had text')).toHaveCount(0)
  })

  test('the editor stays though what comes of a saved text can’t be asked for, and shows it once it can', async ({
    page,
    server,
  }) => {
    await becomeAuthor(page, server)
    await beginCase(page, 'Out of reach')
    await page.route('**/draft?*', (route) => route.abort())
    const lost = page.waitForEvent('requestfailed', (request) => request.url().includes('/draft?'))
    await write(page, newCaseSource('Out of reach').replace('title="A quarter to nine"', 'title="Ten past nine"'))
    await isSaved(page)
    await lost
    await page.locator('#map summary').click()
    const named = page.locator('#map .map-list').getByText('Ten past nine')
    await expect(named).toHaveCount(0)
    await page.unroute('**/draft?*')
    await expect(named).toBeVisible()
    await expect(editor(page)).toBeVisible()
  })
})

test('a text that would run code is only marked, and the editor stays usable', async ({ page, server }) => {
  await becomeAuthor(page, server)
  await beginCase(page, 'Hostile')
  const source = newCaseSource('Hostile')
  await write(
    page,
    source.replace('<Decision', `{globalThis.ran = true}\n\n<script>globalThis.ran = true</script>\n\n<Decision`),
  )
  await seeFirstProblem(page)
  await isSaved(page)
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  await write(page, source)
  await expect(page.locator('.cw-says')).toHaveCount(0)
})

test('the pages of the studio have no fault that axe finds and fit from 320 px', async ({ page, server }) => {
  test.setTimeout(240_000)
  await becomeAuthor(page, server)
  await beginCase(page, 'Looked at')
  await page.locator('.cm-editor').waitFor()
  await write(page, newCaseSource('Looked at').replace('goto="', 'goto="nowhere-'))
  await seeFirstProblem(page)
  const found = [...(await findFaults(page, 'broken')), ...(await findOverflow(page, 'broken'))]
  for (const path of [
    '',
    '/two-front-doors/versions',
    '/two-front-doors/playtest?runs=20',
    '/two-front-doors/rate',
    '/two-front-doors/play',
  ]) {
    await page.goto(`/teach/cases${path}`)
    found.push(...(await findFaults(page, path)), ...(await findOverflow(page, path)))
  }
  expect(found).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a case is begun, checked, saved and published by plain forms', async ({ page, server }) => {
    await becomeAuthor(page, server)
    await beginCase(page, 'By plain forms')
    const field = page.getByRole('textbox', { name: 'Text of the case' })
    const source = newCaseSource('By plain forms')
    await field.fill(source.replace('goto="', 'goto="nowhere-'))
    await page.getByRole('button', { name: 'Save and check' }).click()
    await expect(page.locator('#problems')).toContainText('nowhere-')
    await field.fill(source)
    await page.getByRole('button', { name: 'Save and check' }).click()
    await expect(page.locator('#problems')).not.toContainText('nowhere-')
    await page.goto('/teach/cases/by-plain-forms/play')
    await page
      .getByRole('radio', { name: /Go to the belt/ })
      .first()
      .check()
    await page
      .getByRole('radio', { name: /Say nothing to anybody/ })
      .last()
      .check()
    await page.getByRole('button', { name: 'Decide' }).click()
    await expect(page.getByText('Two of them know a faster way').first()).toBeVisible()

    await page.goto('/teach/cases/by-plain-forms')
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByRole('heading', { name: /^Version 1/ })).toBeVisible()
    await page.goto('/cases/by-plain-forms')
    await page.getByRole('button', { name: 'Start the case' }).click()
    await page.getByRole('link', { name: /Begin/ }).click()
    await expect(page.getByText('Two of eight are ill')).toBeVisible()

    await page.goto('/teach/cases/by-plain-forms/versions')
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await expect(page.locator('.notice').first()).toContainText('Withdrawn')
    await page.goto('/cases/by-plain-forms')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This case was withdrawn')
    await page.getByRole('link', { name: 'Go on with it' }).click()
    await expect(page.getByText('Two of eight are ill')).toBeVisible()
  })
})
