import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { makeAuthor } from '../setup/author.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor } from '../setup/visitor.ts'
import { launchChromium } from './chromium.ts'
import { quantile } from './finding.ts'
import type { Finding } from './finding.ts'

// From a key pressed in the studio to the problems of the text as it then is, in a browser.

const CASE = 'forty-two-minutes'
const MOST_MS = 150
/** As fast as people type. */
const BETWEEN_MS = 140
const TYPED = 'Before anybody answers, the door opens and two of them come back in. '

/** Milliseconds from each key to what reading found, and, where no further key came before, to what every rule found. */
type Latencies = { read: Array<number>; judged: Array<number> }

export async function benchStudio(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  const server = await startTestServer({ folder })
  const browser = await launchChromium()
  try {
    const lines = (await readFile(`content/cases/${CASE}/index.mdx`, 'utf8')).split('\n')
    const page = await browser.newPage({ baseURL: server.url })
    await openEditor(page, server, lines)
    return findingOf(lines.length, await typeAndWatch(page))
  } finally {
    await browser.close()
    await server.stop()
    await remove()
  }
}

async function openEditor(page: Page, server: TestServer, lines: ReadonlyArray<string>): Promise<void> {
  const visitor = aVisitor(server.url)
  await visitor.post(`/cases/${CASE}`, {})
  makeAuthor(server.database, visitor.cookie(), 'Marta Vidal')
  const [name = '', value = ''] = visitor.cookie().split(/=(.*)/s)
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.addInitScript(watchWorkers)
  const prose = lines.findIndex((line, place) => place > lines.length / 2 && /^[A-Z][^<{]{40,}$/.test(line)) + 1
  await page.goto(`/teach/cases/${CASE}?line=${prose}`)
  await page.locator('.cm-content').waitFor()
  await page.keyboard.press('Home')
}

async function typeAndWatch(page: Page): Promise<Latencies> {
  // The engine of the worker warms up as it would in the first seconds of writing.
  await page.keyboard.type(TYPED.slice(0, 20), { delay: BETWEEN_MS })
  await page.waitForTimeout(2_000)
  await page.evaluate(() => void window.performance.mark('begin'))
  await page.keyboard.type(TYPED, { delay: BETWEEN_MS })
  await page.waitForTimeout(2_000)
  // Keys with a pause after each, so that the rules come to their end.
  for (const key of TYPED.slice(0, 30)) {
    await page.keyboard.type(key)
    await page.waitForTimeout(600)
  }
  const marks = await page.evaluate(() =>
    performance.getEntriesByType('mark').map((mark) => ({
      name: mark.name,
      at: mark.startTime,
      id: mark instanceof PerformanceMark ? Number(mark.detail) : 0,
    })),
  )
  const began = marks.find(({ name }) => name === 'begin')?.at ?? Infinity
  const found = marks.filter(({ at }) => at >= began)
  return { read: latencies(found, 'read'), judged: latencies(found, 'judged') }
}

type Mark = { name: string; at: number; id: number }

/** From each key to the answer to the first text that was asked for with it. */
function latencies(marks: ReadonlyArray<Mark>, kind: 'read' | 'judged'): Array<number> {
  const asked = marks.filter(({ name }) => name === 'asked')
  const answered = new Map(marks.filter(({ name }) => name === kind).map(({ id, at }) => [id, at]))
  return marks.flatMap(({ name, at }) => {
    const id = name === 'key' ? asked.find((ask) => ask.at >= at)?.id : undefined
    const shown = id === undefined ? undefined : answered.get(id)
    return shown === undefined ? [] : [shown - at]
  })
}

/** Runs in the page: marks each key, what its worker is asked, and when the answer is on screen. */
function watchWorkers(): void {
  addEventListener('keydown', () => void performance.mark('key'), { capture: true })
  const { Worker } = window
  window.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given)
      this.addEventListener('message', ({ data }: MessageEvent<{ id: number; kind: string }>) => {
        requestAnimationFrame(() => void performance.mark(data.kind, { detail: data.id }))
      })
    }
    override postMessage(message: { id: number }): void {
      performance.mark('asked', { detail: message.id })
      super.postMessage(message)
    }
  }
}

function findingOf(lines: number, { read, judged }: Latencies): Finding {
  if (read.length === 0 || judged.length === 0) throw new Error('Expected problems to be shown, found none')
  const [p50, p95] = [quantile(read, 0.5), quantile(read, 0.95)]
  const [rules50, rules95] = [quantile(judged, 0.5), quantile(judged, 0.95)]
  const ms = (value: number) => value.toFixed(0)
  return {
    title: `from a key in the studio to the problems on screen (${CASE}, ${lines} lines, a key each ${BETWEEN_MS} ms)`,
    tables: [
      [
        ['', 'keys', 'p50 ms', 'p95 ms'],
        ['what reading the text finds', String(read.length), ms(p50), ms(p95)],
        ['what every rule finds, at a pause', String(judged.length), ms(rules50), ms(rules95)],
      ],
    ],
    targets: [
      {
        name: 'key to problems of the text, p95',
        wanted: `at most ${MOST_MS} ms`,
        found: `${ms(p95)} ms`,
        isMet: p95 <= MOST_MS,
      },
      {
        name: 'key to problems of every rule, p95',
        wanted: `at most ${MOST_MS} ms`,
        found: `${ms(rules95)} ms`,
        isMet: rules95 <= MOST_MS,
      },
    ],
  }
}
