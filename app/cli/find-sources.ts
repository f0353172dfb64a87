import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { reasonOf } from '../cases/read-case.server.ts'

/** A file to be checked. `leadsOut`: it stands in a folder that is a link out of the one that was searched. */
export type Source = { file: string; slug: string; kind: 'case' | 'course'; leadsOut: boolean }

/** `complaints`: one line for each path that is not there, can't be searched or holds no case. */
export type FoundSources = { sources: Array<Source>; complaints: Array<string> }

const NAME = 'index.mdx'

/**
 * The files that paths name: an `.mdx` file itself, or every `index.mdx` in a folder and below it, in the order of their names.
 * Each file once. Folders of packages, hidden ones and links are not searched.
 */
export async function findSources(paths: ReadonlyArray<string>): Promise<FoundSources> {
  const sources = new Map<string, Source>()
  const complaints: Array<string> = []
  for (const given of paths) {
    const found = await findIn(given)
    complaints.push(...found.complaints)
    for (const source of found.sources) {
      const key = path.resolve(source.file)
      if (!sources.has(key)) sources.set(key, source)
    }
  }
  return { sources: [...sources.values()], complaints }
}

async function findIn(given: string): Promise<FoundSources> {
  const found = await stat(given).catch(toError)
  if (found instanceof Error) return complain(given, reasonOf(found))
  if (!found.isDirectory()) {
    const isCase = path.extname(given).toLowerCase() === '.mdx'
    return isCase
      ? { sources: [sourceOf(given)], complaints: [] }
      : complain(given, 'expected an .mdx file or a folder')
  }
  const searched = await search(given)
  const isEmpty = searched.sources.length === 0 && searched.complaints.length === 0
  return isEmpty ? complain(given, `expected a folder with an ${NAME} in it, found none`) : searched
}

async function search(root: string): Promise<FoundSources> {
  const found: FoundSources = { sources: [], complaints: [] }
  const home = await realpath(root)

  async function visit(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(toError)
    if (entries instanceof Error) {
      found.complaints.push(...complain(folder, reasonOf(entries)).complaints)
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
      await meet(entry, path.join(folder, entry.name))
  }

  async function meet(entry: Dirent, file: string): Promise<void> {
    if (entry.name === NAME) found.sources.push(sourceOf(file))
    else if (entry.name.startsWith('.') || entry.name === 'node_modules') return
    else if (entry.isDirectory()) await visit(file)
    else if (entry.isSymbolicLink() && (await isCaseOutside(file, home))) {
      found.sources.push({ ...sourceOf(path.join(file, NAME)), leadsOut: true })
    }
  }

  await visit(root)
  return found
}

/** What a link leads to inside the folder is found in its own place. */
async function isCaseOutside(link: string, home: string): Promise<boolean> {
  const target = await realpath(path.join(link, NAME)).catch(() => null)
  return target !== null && !target.startsWith(home + path.sep)
}

function sourceOf(given: string): Source {
  const absolute = path.resolve(given)
  const folder = path.dirname(absolute)
  return {
    file: path.relative('.', absolute),
    slug: path.basename(folder),
    kind: path.basename(path.dirname(folder)) === 'courses' ? 'course' : 'case',
    leadsOut: false,
  }
}

function complain(given: string, what: string): FoundSources {
  return { sources: [], complaints: [`${given}: ${what}`] }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
