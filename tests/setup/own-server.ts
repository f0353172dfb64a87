import { afterAll, beforeAll } from 'vitest'
import { startTestServer, temporaryFolder } from './server.ts'
import type { TestServer } from './server.ts'

/**
 * Gives the tests of a file the real server, with a folder and a database of its own: started before the first of them, stopped after
 * the last.
 * @param take is given the server again each time it was restarted
 * @returns what restarts it in the same folder, as `start` says
 */
export function withOwnServer(
  take: (server: TestServer, folder: string) => void,
  start: (folder: string) => Promise<TestServer> = (folder) => startTestServer({ folder }),
): () => Promise<void> {
  let own: Awaited<ReturnType<typeof temporaryFolder>>
  let running: TestServer | undefined

  async function restart(): Promise<void> {
    await running?.stop()
    running = await start(own.folder)
    take(running, own.folder)
  }

  beforeAll(async () => {
    own = await temporaryFolder()
    await restart()
  })

  afterAll(async () => {
    await running?.stop()
    await own.remove()
  })

  return restart
}
