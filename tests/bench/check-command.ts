import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { temporaryFolder } from '../setup/server.ts'
import type { Finding } from './finding.ts'
import { writeCases } from './many-cases.ts'

// `case check` with many files in one call: the shipped cases, over and over, each time as another case.

const COUNTS = [1, 200]

export async function benchCheckCommand(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  try {
    const rows: Array<Array<string>> = []
    for (const count of COUNTS) {
      const cases = path.join(folder, String(count), 'cases')
      await writeCases(cases, count)
      const seconds = await checkSeconds(cases)
      rows.push([String(count), seconds.toFixed(2), (count / seconds).toFixed(1)])
    }
    return { title: 'case check, real cases in one call', tables: [[['files', 's', 'files/s'], ...rows]], targets: [] }
  } finally {
    await remove()
  }
}

async function checkSeconds(folder: string): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['app/cli/casewright.mjs', 'check', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`Expected case check to pass, found exit ${String(code)}:\n${output.slice(-2_000)}`)
  return (performance.now() - startedAt) / 1_000
}
