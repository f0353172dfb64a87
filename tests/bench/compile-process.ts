import { readFile } from 'node:fs/promises'
import { hashSource } from '../../app/cases/hash-source.server.ts'
import { compileVersion } from '../../app/cases/compile-version.server.ts'
import { checkCase } from '../../machines/case/check-case.ts'
import { median } from './finding.ts'

// Compiles one case again and again and prints how long that took, as JSON.

export type CompileTimes = { loadedMs: number; coldMs: number; warmMs: number }

const WARM_UP = 5
const WARM_RUNS = 15

const loadedMs = performance.now()
const source = await readFile(process.argv[2] ?? '', 'utf8')
const coldMs = await compileMs()
for (let n = 0; n < WARM_UP; n += 1) await compileMs()
const warm: Array<number> = []
for (let n = 0; n < WARM_RUNS; n += 1) warm.push(await compileMs())
const times: CompileTimes = { loadedMs, coldMs, warmMs: median(warm) }
process.stdout.write(JSON.stringify(times))

async function compileMs(): Promise<number> {
  const startedAt = performance.now()
  const { case: found, problems } = checkCase(source, null)
  if (!found) throw new Error(`Expected a valid case, found ${problems.map(({ message }) => message).join('; ')}`)
  await compileVersion(hashSource(source), found)
  return performance.now() - startedAt
}
