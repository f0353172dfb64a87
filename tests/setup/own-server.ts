import { afterAll, beforeAll } from 'vitest'
import { startTestServer, temporaryFolder } from './server.ts'
import type { TestServer } from './server.ts'

/** Gives the tests of a file the real server, with a database of its own: started before the first of them, stopped after the last. */
export function withOwnServer(take: (server: TestServer) => void, environment: Record<string, string> = {}): void {
  let stop: (() => Promise<void>) | undefined

  beforeAll(async () => {
    const { folder, remove } = await temporaryFolder()
    const server = await startTestServer({ folder, environment })
    stop = async () => {
      await server.stop()
      await remove()
    }
    take(server)
  })

  afterAll(() => stop?.())
}
