import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { temporaryFolder } from '../setup/server.ts'
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
  const child = spawn(process.execPath, ['app/start/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: `file:${database}`,
      SESSION_SECRET: 'a secret that only the benchmarks of this project use',
    },
  })
  const ended = once(child, 'exit')
  try {
    await new Promise<void>((resolve, reject) => {
      let output = ''
      child.stdout.on('data', (data: Buffer) => {
        output += data.toString()
        if (output.includes('Casewright is at http')) resolve()
      })
      child.once('exit', (code) => reject(new Error(`Expected a server, found exit ${String(code)}:\n${output}`)))
    })
    return performance.now() - startedAt
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
