import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../app/cli/casewright.mjs', import.meta.url))

export type Finished = { status: number | null; stdout: string; stderr: string }

/** Runs the `case` command as a user would, in a folder, with something on its standard input. */
export function runCommand(args: ReadonlyArray<string>, { cwd = '.', input = '' } = {}): Promise<Finished> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd })
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (written[name] += text))
  }
  // A command that does not read its input may be done before it is written.
  child.stdin.on('error', () => {}).end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => resolve({ status, ...written }))
  })
}

/** A new folder with these files in it, by their paths. That of a unit test goes with the run. */
export function aFolder(files: Files = {}): string {
  return writeFiles(mkdtempSync(path.join(tmpdir(), 'casewright-')), files)
}

/** Files by their paths in a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Writes them into a folder, and gives the folder. */
export function writeFiles(folder: string, files: Files): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}
