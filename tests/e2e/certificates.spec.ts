import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { revokeCertificate } from '../../app/data/certificates.server.ts'
import { aCertificate, anOffice } from '../setup/certificates.ts'
import type { Office } from '../setup/certificates.ts'
import { readPdf } from '../setup/read-pdf.ts'
import type { TestServer } from '../setup/server.ts'
import { expect, test } from './fixtures.ts'
import { aGraduate, signIn } from './learners.ts'
import { findFaults, findOverflow } from './page-faults.ts'

test.describe.configure({ timeout: 300_000 })

const COURSE = 'run-it-lead-it'
const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 100)

async function withOffice<T>(server: TestServer, work: (office: Office) => Promise<T>): Promise<T> {
  const office = await anOffice(server.database)
  return work(office).finally(() => office.close())
}

/** The address of a certificate that was given to a new graduate. */
function aPage(server: TestServer, name: string): Promise<string> {
  return withOffice(server, async (office) => `/certificates/${(await aCertificate(office, name)).id}`)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('who completed the course claims the certificate under a name, once', async ({ page, context, server }) => {
      await signIn(context, server, await aGraduate(server))
      await page.goto(`/courses/${COURSE}/certificate`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have completed the course')
      await claim(page, 'Ada\u200B')
      await expect(page.getByText('There is a character in it that can’t be printed.')).toBeVisible()
      await expect(page.getByLabel('Your name')).toHaveValue('Ada\u200B')
      await claim(page, 'x'.repeat(101))
      await expect(page.getByText('Keep it to 100 characters; this is 101.')).toBeVisible()
      await claim(page, ' Łukasz  Żółć ')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your certificate')
      await page.reload()
      const address = await page.locator('.claim-address').innerText()
      await page.getByRole('link', { name: 'Open its page' }).click()
      await expect(page).toHaveURL(address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Łukasz Żółć')
      await expect(page.getByText('This certificate is good')).toBeVisible()
    })

    test('anyone reads on its page that a certificate is good, and downloads its files', async ({ page, server }) => {
      const address = await aPage(server, 'Ελένη Παπαδοπούλου')
      await page.goto(address)
      await expect(page).toHaveTitle('Ελένη Παπαδοπούλου, Run It, Lead It · Casewright')
      await expect(page.getByText('This certificate is good')).toBeVisible()
      await expect(page.getByText('This states that a course was completed. It is not a score')).toBeVisible()
      await expect(page.locator('.certificate-cases li')).toHaveCount(8)
      const pdf = await download(page, 'Download the PDF')
      expect(await readPdf(pdf)).toMatchObject({ pages: 1, text: expect.stringContaining('Ελένη Παπαδοπούλου') })
      const file: unknown = JSON.parse(new TextDecoder().decode(await download(page, 'Download the signed file')))
      expect(file).toMatchObject({ type: ['VerifiableCredential', 'OpenBadgeCredential'] })
    })

    test('a certificate that was taken back says when and why', async ({ page, server }) => {
      const address = await aPage(server, 'Ada Lovelace')
      const revocation = { id: address.slice(14), reason: 'Given to the wrong person.', now: new Date('2026-11-20') }
      await withOffice(server, ({ db }) => db.write((tx) => revokeCertificate(tx, revocation)))
      await page.goto(address)
      await expect(page.getByText('This certificate was revoked')).toBeVisible()
      await expect(
        page.getByText('It was taken back on 20 November 2026. The reason given: Given to the'),
      ).toBeVisible()
      await expect(page.getByRole('link', { name: /Download/ })).toHaveCount(0)
    })

    test('an address that no certificate has says so kindly and leads on', async ({ page }) => {
      const answer = await page.goto('/certificates/00000000-0000-4000-8000-000000000000')
      expect(answer?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such certificate')
      await expect(page).toHaveTitle('There is no such certificate · Casewright')
      await page.getByRole('link', { name: 'See what this place is' }).click()
      await expect(page).toHaveURL('/')
    })

    test('before the course is complete its certificate says what is still to do', async ({ page }) => {
      await page.goto(`/courses/${COURSE}/certificate`)
      await expect(page.getByRole('heading', { level: 2 })).toHaveText('Still to do')
      await expect(page.locator('.claim-list li').first()).toBeVisible()
      await expect(page.getByRole('link', { name: 'Go to the course' })).toHaveAttribute('href', `/courses/${COURSE}`)
    })
  })
}

test('the claim is made by keyboard alone, and a problem takes the focus', async ({ page, context, server }) => {
  await signIn(context, server, await aGraduate(server))
  await page.goto(`/courses/${COURSE}/certificate`)
  await page.getByLabel('Your name').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Write your name as it should stand on the certificate.')).toBeVisible()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await page.keyboard.type('李小龙')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your certificate')
  expect([...(await findFaults(page, 'given')), ...(await findOverflow(page, 'given'))]).toEqual([])
})

for (const name of ['Łukasz Żółć', 'Дмитрий Щукин', '李小龙', 'ﻣﺤﻤﺪ', LONG]) {
  test(`the page of ${name} fits every width and one printed page, and axe finds nothing`, async ({ page, server }) => {
    await page.goto(await aPage(server, name))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    expect([...(await findFaults(page, name)), ...(await findOverflow(page, name))]).toEqual([])
    const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(printed.pages).toBe(1)
    expect(printed.text).toContain('Check it')
    expect(printed.text).not.toContain('This certificate is good')
  })
}

test('axe finds nothing on the pages that show no certificate', async ({ page, server }) => {
  const address = await aPage(server, 'Grace Hopper')
  await withOffice(server, ({ db }) =>
    db.write((tx) => tx.certificate.update({ where: { id: address.slice(14) }, data: { credential: '{}' } })),
  )
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This certificate is not good')
  expect([...(await findFaults(page, 'tampered')), ...(await findOverflow(page, 'tampered'))]).toEqual([])
  await page.goto(`/courses/${COURSE}/certificate`)
  expect([...(await findFaults(page, 'missing')), ...(await findOverflow(page, 'missing'))]).toEqual([])
})

async function claim(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Give me the certificate' }).click()
}

async function download(page: Page, name: string): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return readFile(await file.path())
}
