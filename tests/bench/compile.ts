import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { findCases } from '../../app/cases/find-cases.server.ts'
import { median } from './finding.ts'
import type { Finding } from './finding.ts'
import type { CompileTimes } from './compile-process.ts'

// From the text of a case to its HTML, as at publishing: read, checked by every rule, compiled.

const PROCESSES = 3

export async function benchCompile(): Promise<Finding> {
  const { slug, file, bytes } = await longestCase()
  const found: Array<CompileTimes> = []
  for (let n = 0; n < PROCESSES; n += 1) found.push(await compileInFreshProcess(file))
  const [loaded, cold, warm] = [
    median(found.map(({ loadedMs }) => loadedMs)),
    median(found.map(({ coldMs }) => coldMs)),
    median(found.map(({ warmMs }) => warmMs)),
  ]
  const text = await readFile(file, 'utf8')
  return {
    title: `checking and compiling ${slug} (${bytes} bytes, ${text.split('<Scene').length - 1} scenes)`,
    tables: [
      [
        ['', 'ms'],
        ['cold, the first in a fresh process', cold.toFixed(0)],
        ['warm', warm.toFixed(0)],
        ['starting Node and loading the code before', loaded.toFixed(0)],
      ],
    ],
    targets: [],
  }
}

async function longestCase(): Promise<{ slug: string; file: string; bytes: number }> {
  const cases = await findCases('content')
  const sized = await Promise.all(cases.map(async (found) => ({ ...found, bytes: (await stat(found.file)).size })))
  const [longest] = sized.toSorted((a, b) => b.bytes - a.bytes)
  if (!longest) throw new Error('Expected a case in content, found none')
  return longest
}

async function compileInFreshProcess(file: string): Promise<CompileTimes> {
  const args = ['--import', 'tsx', 'tests/bench/compile-process.ts', file]
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  return JSON.parse(stdout)
}
