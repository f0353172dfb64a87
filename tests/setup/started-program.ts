import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { TEST_SECRET } from './server.ts'

// The program as it is started by who uses it, not from its sources as by `startTestServer`. It needs a build (`npm run build`).

export type Program = {
  url: string
  pid: number
  /** What it wrote so far. */
  output: () => string
  /** Lets it finish what is under way. Rejects where it ends otherwise than it should. */
  stop: () => Promise<void>
}

/** Makes a folder in which the program can be started like here, with no cases in its `content/cases`. */
export async function furnish(folder: string): Promise<void> {
  const own = new Set(['content', '.git', '.cache', 'test-results'])
  const shared = (await readdir('.')).filter((name) => !own.has(name))
  for (const name of shared) await symlink(path.resolve(name), path.join(folder, name))
  await mkdir(path.join(folder, 'content/cases'), { recursive: true })
  await cp('content/competencies.yaml', path.join(folder, 'content/competencies.yaml'))
}

/**
 * Starts `file` (`app/start/start.mjs`, as `npm start` does, or what that builds) in a folder, with the environment as a shell has it:
 * without NODE_ENV. Resolves once it listens.
 */
export async function startProgram(options: { file: string; folder: string; database: string }): Promise<Program> {
  const { file, folder, database } = options
  const given = { PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: database, SESSION_SECRET: TEST_SECRET }
  const environment = { ...process.env, ...given }
  Reflect.deleteProperty(environment, 'NODE_ENV')
  const child = spawn(process.execPath, [file], { cwd: folder, env: environment })
  const ended = once(child, 'exit')
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString()
        const [, found] = /Casewright is at (\S+)/.exec(output) ?? []
        if (found !== undefined) resolve(found)
      })
    }
    child.once('exit', (code) => reject(new Error(`Expected the program to listen, found exit ${code}:\n${output}`)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      const [code] = await ended
      if (code !== 0) throw new Error(`Expected the program to end with 0, found ${String(code)}:\n${output}`)
    },
  }
}
