import process from 'node:process'
import { startPostgresql } from './postgresql-server.ts'
import { publishAll } from './prepare-database.ts'
import { temporaryFolder } from './server.ts'

/** As `prepare-database.ts`, on a server of PostgreSQL that runs as long as the tests do. Its data need not outlast this machine. */
export default async function preparePostgresql(): Promise<() => Promise<void>> {
  const server = await startPostgresql({ fsync: 'off' })
  const { folder, remove } = await temporaryFolder()
  try {
    process.env['POSTGRESQL_SERVER'] = server.url
    process.env['PREPARED_DATABASE'] = new URL(await publishAll(folder)).pathname.slice(1)
  } catch (error) {
    await server.remove()
    throw error
  } finally {
    await remove()
  }
  return () => server.remove()
}
