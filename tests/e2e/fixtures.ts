import path from 'node:path'
import { test as base } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'
import { writeFiles } from '../setup/command.ts'
import type { Files } from '../setup/command.ts'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import type { TestServer } from '../setup/server.ts'
import { mouse } from './hands.ts'
import { playerAt } from './player.ts'
import type { Player } from './player.ts'

type WorkerOptions = {
  /** The folder whose cases the server serves, or its files; null for the shipped ones. */
  content: string | Files | null
}
type WorkerFixtures = { server: TestServer }
type TestFixtures = {
  player: Player
  /** What the browser may complain about in a test that breaks something on purpose. */
  mayComplain: RegExp | null
  noComplaints: undefined
}

/**
 * Tests get a real server of their worker's own as `server`; `page` opens relative addresses of it and `player` plays on that page.
 * Whatever the browser complains about, on any page of the test (an error, a console error, a violation of the content security
 * policy, a file that is not there), fails the test.
 */
export const test = base.extend<TestFixtures, WorkerOptions & WorkerFixtures>({
  content: [null, { option: true, scope: 'worker' }],
  server: [
    async ({ content }, use) => {
      const { folder, remove } = await temporaryFolder()
      const server = await startTestServer({
        folder,
        ...(content === null ? {} : { content: contentIn(folder, content) }),
      })
      await use(server)
      await server.stop()
      await remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  player: async ({ page, javaScriptEnabled }, use) => use(playerAt(page, mouse, { script: javaScriptEnabled })),
  mayComplain: [null, { option: true }],
  noComplaints: [
    async ({ context, mayComplain }, use) => {
      const complaints = listenForComplaints(context)
      await use(undefined)
      base.expect(complaints.filter((complaint) => !mayComplain?.test(complaint))).toEqual([])
    },
    { auto: true },
  ],
})

function contentIn(folder: string, content: string | Files): string {
  return typeof content === 'string' ? content : writeFiles(path.join(folder, 'content'), content)
}

/** Collects what the browser complains about on any page of a context, as it happens. */
export function listenForComplaints(context: BrowserContext): Array<string> {
  const complaints: Array<string> = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const text = message.text()
    // A page that is meant to answer 404 or 422 is told so by the browser too; a file of a page never is.
    const isPage = !/\.[a-z0-9]+$/.test(
      new URL(message.location().url || 'about:blank').pathname.replace(/\.data$/, ''),
    )
    if (isPage && /Failed to load resource: the server responded with a status of 4\d\d/.test(text)) return
    complaints.push(`${text} (${message.location().url})`)
  })
  return complaints
}

export { expect } from '@playwright/test'
