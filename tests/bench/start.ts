import path from 'node:path'
import { temporaryFolder } from '../setup/server.ts'
import { startProgram } from '../setup/started-program.ts'
import { median } from './finding.ts'
import type { Finding } from './finding.ts'

// `npm start` when everything that it makes is there already: installed, generated, built, migrated, published.

const STARTS = 3

export async function benchStart(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  try {
    const database = path.join(folder, 'start.db')
    const first = await startMs(database)
    const times: Array<number> = []
    for (let n = 0; n < STARTS; n += 1) times.push(await startMs(database))
    return {
      title: 'from the command until it listens',
      tables: [
        [
          ['', 'ms'],
          ['first start with a new database', first.toFixed(0)],
          [`second start (median of ${STARTS})`, median(times).toFixed(0)],
        ],
      ],
      targets: [],
    }
  } finally {
    await remove()
  }
}

async function startMs(database: string): Promise<number> {
  const startedAt = performance.now()
  const program = await startProgram({ file: 'app/start/start.mjs', folder: '.', database: `file:${database}` })
  const ms = performance.now() - startedAt
  await program.stop()
  return ms
}
