import { z } from 'zod'
import { startTestServer, temporaryFolder } from './server.ts'
import { fileOf } from './test-database.ts'

const healthSchema = z.object({ refused: z.array(z.unknown()) })

/**
 * Runs once before the tests of a runner: makes a database with everything published. Servers under test start from a copy of it,
 * since migrating and compiling anew for each would take most of the time.
 */
export default async function prepareDatabase(): Promise<() => Promise<void>> {
  const { folder, remove } = await temporaryFolder()
  process.env['PREPARED_DATABASE'] = fileOf(await publishAll(folder))
  return remove
}

/** Publishes everything to the database of a folder; gives its address. */
export async function publishAll(folder: string): Promise<string> {
  const server = await startTestServer({ folder })
  const health: unknown = await (await fetch(new URL('/healthz', server.url))).json()
  const { refused } = healthSchema.parse(health)
  await server.stop()
  if (refused.length > 0)
    throw new Error(`Expected every case and course to be published, found refused: ${JSON.stringify(refused)}`)
  return server.database
}
