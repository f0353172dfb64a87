import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import { temporaryFolder } from '../setup/server.ts'
import { furnish, startProgram } from '../setup/started-program.ts'
import { stored } from '../setup/stored.ts'
import type { Finding } from './finding.ts'
import { median } from './finding.ts'
import { writeCases } from './many-cases.ts'
import { processorMs } from './processor-time.ts'
import { atMost } from './rounds.ts'

// `npm start` with a thousand cases that were never published, and again when all of them were.

const CASES = 1_000
const STARTS = 5
const MOST_SECONDS = 2

export async function benchPublish(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  try {
    await furnish(folder)
    await writeCases(path.join(folder, 'content/cases'), CASES)
    const cold = await start(folder)
    if (cold.published !== CASES) throw new Error(`Expected ${CASES} cases in service, found ${cold.published}`)
    const cached: Array<number> = []
    for (let n = 0; n < STARTS; n += 1) cached.push((await start(folder)).seconds)
    return findingOf(cold, cached)
  } finally {
    await remove()
  }
}

/** Seconds until it listens, those of the processor that it and its check processes used, and how many versions there are then. */
async function start(folder: string): Promise<Started> {
  const database = `file:${path.join(folder, 'cases.db')}`
  const startedAt = performance.now()
  const program = await startProgram({ file: 'app/start/start.mjs', folder, database })
  const seconds = (performance.now() - startedAt) / 1_000
  const processor = (await processorMs(program.pid, { withChildren: true })) / 1_000
  await program.stop()
  const [counted] = stored<{ published: number }>(database, 'SELECT count(*) AS "published" FROM "Publication"')
  return { seconds, processor, published: counted?.published ?? 0 }
}

type Started = { seconds: number; processor: number; published: number }

function findingOf(cold: Started, cached: ReadonlyArray<number>): Finding {
  const second = median(cached)
  return {
    title: `a start with ${CASES} cases`,
    tables: [
      [
        ['', 's'],
        ['all of them new', cold.seconds.toFixed(1)],
        ['all of them published before, median', second.toFixed(2)],
        ['…start by start', cached.map((seconds) => seconds.toFixed(2)).join(' ')],
      ],
      [
        ['while all are new', ''],
        ['cases a second', (CASES / cold.seconds).toFixed(1)],
        ['processor time a case, ms', ((1_000 * cold.processor) / CASES).toFixed(0)],
        [`processors in use of ${availableParallelism()}`, (cold.processor / cold.seconds).toFixed(2)],
        ['load average of the machine', (loadavg()[0] ?? 0).toFixed(1)],
      ],
    ],
    targets: [atMost('seconds to start when all are published', MOST_SECONDS, second)],
  }
}
