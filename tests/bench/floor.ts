import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export type Floor = { url: string; pid: number | undefined; stop: () => Promise<void> }

/** Starts the floor in a process of its own, with its files in this folder; `entry`: whose way of rendering pages. */
export async function startFloor(folder: string, entry: 'ours' | 'remix' = 'ours'): Promise<Floor> {
  const child = fork('tests/bench/floor-process.ts', {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      LOG_LEVEL: 'warn',
      SESSION_SECRET: 'a secret that only the benchmarks of this project use',
      DATABASE_URL: `file:${path.join(folder, `floor-app-${entry}.db`)}`,
      FLOOR_FILE: path.join(folder, `floor-${entry}.db`),
      FLOOR_ENTRY: entry,
    },
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { url: string }) => resolve(message.url))
    child.once('exit', (code) => reject(new Error(`The floor ended with ${code} before it listened`)))
  })
  return {
    url,
    pid: child.pid,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
