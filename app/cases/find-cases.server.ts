import { existsSync } from 'node:fs'
import { readdir, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { Image } from '../data/case-versions.server.ts'

/** The file of a case or a course; its folder's name is the slug. */
export type CaseFile = { slug: string; file: string }

const IMAGE_TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
}

/** The cases of a content folder, by slug. */
export function findCases(content: string): Promise<Array<CaseFile>> {
  return findFiles(path.join(content, 'cases'))
}

/** The courses of a content folder, by slug; a folder may have none. */
export function findCourses(content: string): Promise<Array<CaseFile>> {
  const folder = path.join(content, 'courses')
  return existsSync(folder) ? findFiles(folder) : Promise.resolve([])
}

async function findFiles(folder: string): Promise<Array<CaseFile>> {
  const entries = await readdir(folder, { withFileTypes: true })
  const slugs = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return slugs.sort().map((slug) => ({ slug, file: path.join(folder, slug, 'index.mdx') }))
}

/** Paths, relative to the case's folder, of the images in it; those that a link leads out of the folder are not there. */
export async function listImages(folder: string): Promise<Set<string>> {
  const root = await realpath(folder)
  const found = new Set<string>()
  const folders = [root]
  for (const next of folders) {
    // A folder that can't be read shows no image.
    for (const entry of await readdir(next, { withFileTypes: true }).catch(() => [])) {
      const file = path.join(next, entry.name)
      if (entry.isDirectory()) folders.push(file)
      if (!(path.extname(entry.name).toLowerCase() in IMAGE_TYPES)) continue
      const target = await realpath(file).catch(() => null)
      if (target?.startsWith(root + path.sep)) found.add(path.relative(root, file).split(path.sep).join('/'))
    }
  }
  return found
}

export async function readImage(folder: string, src: string): Promise<Image> {
  const bytes = await readFile(path.join(folder, src))
  return {
    src,
    type: IMAGE_TYPES[path.extname(src).toLowerCase()] ?? 'application/octet-stream',
    bytes: new Uint8Array(bytes),
  }
}
