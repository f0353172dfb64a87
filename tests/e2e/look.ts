import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { at } from '../../machines/case/graph/numbers.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { mouse } from './hands.ts'
import { EVERY_ELEMENT, seeEveryElement, seeEveryPage } from './page-kinds.ts'
import { seePeoplePages } from './people-kinds.ts'
import { playerAt } from './player.ts'
import config from './playwright.config.ts'
import { openingOf, readCase, stopsOf } from './ways.ts'

// Not a test: takes pictures of every kind of page, for eyes. Needs a build.
//   node --import tsx tests/e2e/look.ts FOLDER        every page at three widths, in light and in dark, into FOLDER
//   node --import tsx tests/e2e/look.ts --readme      the picture of the player in the README

const WIDTHS = [360, 768, 1280]
const SCHEMES = ['light', 'dark'] as const
const README_PICTURE = 'public/player.png'

async function takeAll(browser: Browser, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await withServer({}, async (server) => {
    const { page, player } = await aLearner(browser, server)
    await seeEveryPage({ page, player, database: server.database }, (kind) => takeEach(page, folder, kind))
  })
  await withServer({}, async (server) => {
    const { page } = await aLearner(browser, server)
    await seePeoplePages({ page, server }, (kind) => takeEach(page, folder, kind))
  })
  await withServer({ content: EVERY_ELEMENT.content }, async (server) => {
    const { page, player } = await aLearner(browser, server)
    await seeEveryElement({ page, player }, (kind) => takeEach(page, folder, kind))
  })
}

async function takeEach(page: Page, folder: string, kind: string): Promise<void> {
  // Away from whatever was pressed last.
  await page.mouse.move(0, 0)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: path.join(folder, `${kind}-${width}-${colorScheme}.png`), fullPage: true })
    }
  }
}

/** The second decision of the first case, with a choice marked. */
async function takeForReadme(browser: Browser): Promise<void> {
  const slug = 'the-2240-trailer'
  const stops = stopsOf(readCase(slug), ['one-page', 'two-minutes-beside-her'])
  const { opening, decision, rest } = openingOf(stops)
  await withServer({}, async (server) => {
    const { page, player } = await aLearner(browser, server)
    await page.setViewportSize({ width: 1280, height: 1000 })
    await page.emulateMedia({ colorScheme: 'light' })
    await player.open(slug, [...opening, decision, at(rest, 0)])
    const next = at(rest, 1)
    await player.isAt(next)
    if (next.kind === 'decision') await player.mark({ best: next.choice, worst: next.worst })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
    )
    await page.screenshot({ path: README_PICTURE, fullPage: true })
  })
}

async function withServer(options: { content?: string }, act: (server: TestServer) => Promise<void>): Promise<void> {
  const { folder, remove } = await temporaryFolder()
  const server = await startTestServer({ folder, ...options })
  await act(server).finally(() => server.stop())
  await remove()
}

async function aLearner(browser: Browser, server: TestServer) {
  const page = await browser.newPage({ baseURL: server.url, locale: 'en-GB', reducedMotion: 'reduce' })
  return { page, player: playerAt(page, mouse, { script: true }) }
}

const [target] = process.argv.slice(2)
if (target === undefined) throw new Error('Expected a folder for the pictures, or --readme')
const browser = await chromium.launch(config.use?.launchOptions ?? {})
try {
  await (target === '--readme' ? takeForReadme(browser) : takeAll(browser, target))
} finally {
  await browser.close()
}
