import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { loadavg } from 'node:os'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { compileCase } from '../../app/cases/compile.server.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'
import { launchChromium } from './chromium.ts'
import { median } from './finding.ts'
import type { Finding } from './finding.ts'
import { twineStory } from './twine-story.ts'

// The first scene of a case in Chromium on a slow phone and a slow network, beside a Twine story of the same text. Each load begins with
// nothing in the cache. The formats are those in stories that the tests of a compiler for Twine ship with.

const CASE = 'the-2240-trailer'
const LOADS = 5
const STORIES = 'node_modules/extwee/test/Twine2HTML'
const FORMATS = [
  { name: 'SugarCube 2.31.1', file: `${STORIES}/Twine2HTMLCompiler/test11.html`, link: '#passages a.link-internal' },
  { name: 'Harlowe 3.3.8', file: `${STORIES}/Twine2HTMLParser/unescaping.html`, link: 'tw-link' },
]
const SLOWER = 4
/** A slow mobile network: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }

type Subject = {
  name: string
  url: string
  cookie: { name: string; value: string } | null
  /** Marks or follows one choice. */
  choose: (page: Page) => Promise<void>
}

/**
 * Bytes as they came over the wire; milliseconds to the first and to the largest paint, 0 where the browser tells none, as for text that
 * fades in; from a click to what is painted next.
 */
type Load = { bytes: number; firstMs: number; largestMs: number; interactionMs: number }

export async function benchTwine(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  const server = await startTestServer({ folder })
  const stories = await serveStories()
  const browser = await launchChromium()
  try {
    const subjects = [await playerSubject(server.url), ...stories.subjects]
    const loads = new Map(subjects.map(({ name }): [string, Array<Load>] => [name, []]))
    for (let n = 0; n < LOADS; n += 1) {
      for (const subject of subjects) loads.get(subject.name)?.push(await load(browser, subject))
    }
    return findingOf(loads)
  } finally {
    await browser.close()
    stories.stop()
    await server.stop()
    await remove()
  }
}

async function playerSubject(url: string): Promise<Subject> {
  const visitor = aVisitor(url)
  const path = await startCase(visitor, CASE)
  const [name = '', value = ''] = visitor.cookie().split(/=(.*)/s)
  const choose = (page: Page) => page.locator('input[name="best"]').first().click()
  return { name: 'Casewright', url: new URL(path, url).href, cookie: { name, value }, choose }
}

/** The case as a story of each format, from a server that sends gzip. */
async function serveStories(): Promise<{ subjects: Array<Subject>; stop: () => void }> {
  const { case: source } = parseCase(await readFile(`content/cases/${CASE}/index.mdx`, 'utf8'), null)
  if (!source) throw new Error(`Expected ${CASE} to be a case`)
  const compiled = await compileCase(source, (src) => src)
  const pages = await Promise.all(
    FORMATS.map(async ({ file }) => gzipSync(twineStory(source, compiled, await readFile(file, 'utf8')))),
  )
  const server = createServer((request, response) => {
    const page = pages[Number(request.url?.slice(1))]
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    if (page) response.setHeader('Content-Encoding', 'gzip')
    response.writeHead(page ? 200 : 404).end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const subjects = FORMATS.map(({ name, link }, place): Subject => {
    const choose = (page: Page) => page.locator(link).first().click()
    return { name, url: `http://127.0.0.1:${port}/${place}`, cookie: null, choose }
  })
  return { subjects, stop: () => void server.close() }
}

async function load(browser: Browser, { url, cookie, choose }: Subject): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    if (cookie) await context.addCookies([{ ...cookie, url }])
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', NETWORK)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(watchPaints)
    await page.goto(url, { waitUntil: 'networkidle' })
    const { firstMs = 0, largestMs = 0 } = (await page.evaluate(() => window.paints)) ?? {}
    const loaded = bytes
    await choose(page)
    await page.waitForFunction(() => (window.paints?.interactionMs ?? 0) > 0)
    const interactionMs = await page.evaluate(() => window.paints?.interactionMs ?? 0)
    return { bytes: loaded, firstMs, largestMs, interactionMs }
  } finally {
    await context.close()
  }
}

declare global {
  interface Window {
    paints?: Omit<Load, 'bytes'>
  }
}

/** Runs in the page. Events shorter than 16 ms are not told by the browser; they count as that. */
function watchPaints(): void {
  const paints = { firstMs: 0, largestMs: 0, interactionMs: 0 }
  window.paints = paints
  const events: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
    buffered: true,
  }
  new PerformanceObserver((list) => {
    paints.firstMs = list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? paints.firstMs
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) paints.largestMs = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) paints.interactionMs = Math.max(paints.interactionMs, entry.duration)
  }).observe(events)
  addEventListener('click', () => setTimeout(() => (paints.interactionMs ||= 16), 1_000), { capture: true })
}

function findingOf(loads: ReadonlyMap<string, ReadonlyArray<Load>>): Finding {
  const middle = new Map([...loads].map(([name, all]) => [name, medianOf(all)]))
  const [own, ...others] = [...middle.values()].map(({ bytes }) => bytes)
  if (own === undefined || others.length === 0) throw new Error('Expected the player and two stories')
  const least = Math.min(...others)
  return {
    title: `the first scene of ${CASE}: processor ${SLOWER} × slower, slow network, medians of ${LOADS} loads in turns`,
    tables: [
      [
        ['', 'bytes', 'first paint ms', 'largest', 'click to paint ms'],
        ...[...middle].map(([name, { bytes, firstMs, largestMs, interactionMs }]) => [
          name,
          bytes.toFixed(0),
          firstMs.toFixed(0),
          largestMs === 0 ? 'not told' : largestMs.toFixed(0),
          interactionMs.toFixed(0),
        ]),
        ['load average of the machine', (loadavg()[0] ?? 0).toFixed(1)],
      ],
    ],
    targets: [
      {
        name: 'bytes of the first scene, beside Twine',
        wanted: `below ${least}`,
        found: String(own),
        isMet: own < least,
      },
    ],
  }
}

function medianOf(all: ReadonlyArray<Load>): Load {
  const of = (measure: keyof Load) => median(all.map((load) => load[measure]))
  return { bytes: of('bytes'), firstMs: of('firstMs'), largestMs: of('largestMs'), interactionMs: of('interactionMs') }
}
