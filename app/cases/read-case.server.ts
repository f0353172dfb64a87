import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { START_OF_FILE, problemAt } from '../../machines/case/parse/report.ts'
import type { Problem } from '../../machines/case/problem.ts'
import { MAX_BYTES } from '../../machines/case/source.ts'
import { listImages } from './find-cases.server.ts'

/** A case file as it lies on the disk, with the images beside it; or why it is not even read. */
export type ReadCase =
  { kind: 'read'; bytes: Uint8Array; images: ReadonlySet<string> } | { kind: 'refused'; problem: Problem }

/**
 * Reads a case file. Never throws for what stands at that path, never waits for it (a pipe), and reads no more of it than a case
 * may have. A link that leads out of the file's folder is refused: it could show what is not the author's to show.
 */
export async function readCase(file: string): Promise<ReadCase> {
  try {
    const folder = await realpath(path.dirname(file))
    const target = await realpath(file)
    if (!target.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)) {
      return refused('file/unreadable', 'the file is a link that leads out of its folder, expected a file in it')
    }
    const { size, ...kind } = await kindOf(target)
    if (!kind.isFile) return refused('file/unreadable', `found ${kind.name}, expected a file`)
    if (size > MAX_BYTES) {
      return refused('mdx/too-large', `the file has ${size} bytes, at most ${MAX_BYTES} are allowed`)
    }
    const bytes = await readBytes(target, size)
    return { kind: 'read', bytes, images: mentionsImages(bytes) ? await listImages(folder) : new Set() }
  } catch (error) {
    return refused('file/unreadable', `the file can't be read: ${reasonOf(error)}`)
  }
}

async function kindOf(file: string): Promise<{ size: number; isFile: boolean; name: string }> {
  const found = await stat(file)
  const name = found.isDirectory() ? 'a folder' : found.isFIFO() ? 'a pipe' : 'a device or socket'
  return { size: found.size, isFile: found.isFile(), name }
}

/** One byte more than allowed at most: some files are longer than they say. */
async function readBytes(file: string, size: number): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    return await readFully(handle, size)
  } finally {
    await handle.close()
  }
}

async function readFully(handle: FileHandle, size: number): Promise<Uint8Array> {
  // Room for what it says and one byte more: a thousand cases in room for the most that one may have take a third of a second.
  let buffer: Uint8Array = new Uint8Array(size + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length)
    length += bytesRead
    if (bytesRead === 0 || length > MAX_BYTES) return buffer.subarray(0, length)
    if (length === buffer.length) buffer = grown(buffer)
  }
}

function grown(buffer: Uint8Array): Uint8Array {
  const larger = new Uint8Array(MAX_BYTES + 1)
  larger.set(buffer)
  return larger
}

/** What can't name an image needs no list of them: the folder may be a large one. */
function mentionsImages(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return text.includes('Figure') || text.includes('![')
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'its links go round in a circle',
  EIO: 'the disk reports a fault',
}

/** Why a file can’t be read, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return REASONS[code] ?? code
}

function refused(rule: 'file/unreadable' | 'mdx/too-large', message: string): ReadCase {
  return { kind: 'refused', problem: problemAt(rule, START_OF_FILE, message) }
}
