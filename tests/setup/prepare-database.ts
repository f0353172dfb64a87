import { rm } from 'node:fs/promises'
import { startTestServer, temporaryFolder } from './server.ts'

/**
 * Runs once before the tests of a runner: makes a database with everything published. Servers under test start from a copy of it,
 * since migrating and compiling anew for each would take most of the time.
 */
export default async function prepareDatabase(): Promise<() => Promise<void>> {
  const { folder, remove } = await temporaryFolder()
  const server = await startTestServer({ folder })
  await server.stop()
  process.env['PREPARED_DATABASE'] = server.database
  return async () => {
    await rm(server.database, { force: true })
    await remove()
  }
}
