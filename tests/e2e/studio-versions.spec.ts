import { newCaseSource } from '../../app/cases/new-case.ts'
import { becomeAuthor, beginCase, write } from './author.ts'
import { expect, test } from './fixtures.ts'

test('a version says what it changed, and the one before is put back into service', async ({ page, server }) => {
  await becomeAuthor(page, server)
  await beginCase(page, 'Rolled back')
  const first = newCaseSource('Rolled back')
  const second = first.replace('A parcel hub', 'A quiet parcel hub').replace('influence={1}', 'influence={2}')
  for (const source of [first, second]) {
    await page.goto('/teach/cases/rolled-back')
    await write(page, source)
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page).toHaveURL(/\/versions\?notice=published$/)
  }
  await expect(page.getByText('influence 1 → 2')).toBeVisible()
  await page.goto('/cases/rolled-back')
  await expect(page.getByText('A quiet parcel hub')).toBeVisible()

  await page.goto('/teach/cases/rolled-back/versions')
  await page.getByRole('button', { name: 'Put version 1 back into service' }).click()
  await expect(page.locator('.notice').first()).toContainText('Rolled back')
  await expect(page.getByRole('button', { name: 'Put version 1 back into service' })).toHaveCount(0)
  await page.goto('/cases/rolled-back')
  await expect(page.getByText('A parcel hub')).toBeVisible()
  await expect(page.getByText('A quiet parcel hub')).toHaveCount(0)
})

test('on a phone the scene under the cursor is lit on the map and named below it', async ({ page, server }) => {
  await becomeAuthor(page, server)
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/teach/cases/two-front-doors')
  await page.locator('.cm-editor').waitFor()
  await page.locator('#map summary').click()
  const scenes = page.locator('#map .map-list li a')
  await expect(scenes).not.toHaveCount(0)
  for (const place of [0, 1, (await scenes.count()) - 1]) {
    const scene = scenes.nth(place)
    const name = await scene.innerText()
    await scene.click()
    await expect(page.locator('#map figcaption')).toHaveText(`The cursor is in ${name}.`)
    await expect(page.locator('.map-down .node')).toBeVisible()
    await expect(page.locator('.map-down .node')).toHaveCount(1)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a withdrawn case is put back into service by a plain form', async ({ page, server }) => {
    await becomeAuthor(page, server)
    await page.goto('/teach/cases/green-boxes/versions')
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await expect(page.locator('.notice').first()).toContainText('Withdrawn')
    await page.getByRole('button', { name: 'Put version 1 back into service' }).click()
    await expect(page.locator('.notice').first()).toContainText('Rolled back')
    await page.goto('/cases/green-boxes')
    await expect(page.getByRole('button', { name: 'Start the case' })).toBeVisible()
  })
})
