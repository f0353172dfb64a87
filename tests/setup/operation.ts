import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { TEST_SECRET } from './server.ts'
import type { Finished } from './command.ts'

/** Begins what `npm run backup`, `restore` or `db:copy` begins. */
export function startOperation(
  name: 'backup' | 'restore' | 'copy',
  args: ReadonlyArray<string>,
  environment: Record<string, string> = {},
): { process: ChildProcess; finished: Promise<Finished> } {
  const child = spawn(process.execPath, ['--import', 'tsx', `app/start/${name}.ts`, ...args], {
    env: { ...process.env, SESSION_SECRET: TEST_SECRET, ...environment },
  })
  const written = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => (written[stream] += text))
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject).on('close', (status) => resolve({ status, ...written }))
  })
  return { process: child, finished }
}

/** Runs it to its end. */
export function runOperation(...call: Parameters<typeof startOperation>): Promise<Finished> {
  return startOperation(...call).finished
}
