import path from 'node:path'
import { hasErrors } from '../../machines/case/problem.ts'
import type { Problem } from '../../machines/case/problem.ts'
import { decodeSource } from '../../machines/case/source.ts'
import {
  listPublished,
  publicationKey,
  publishVersion,
  saveCompiled,
  wasPublished,
} from '../data/case-versions.server.ts'
import type { Served } from '../data/case-versions.server.ts'
import type { Database } from '../data/database.server.ts'
import type { Checker } from './checker.server.ts'
import { COMPILER } from './compile.server.ts'
import { findCases, readImage } from './find-cases.server.ts'
import type { CaseFile } from './find-cases.server.ts'
import { hashSource } from './hash-source.server.ts'
import { imagesInCase } from './images-in.ts'
import { readCase } from './read-case.server.ts'

/** What became of one file. A refused one leaves the last good version in service. */
export type Published = {
  kind: 'case' | 'course'
  slug: string
  file: string
  outcome: 'known' | 'published' | 'refused'
  problems: Array<Problem>
}

/** `done` of `total` files are, and this was the last of them. */
export type OnPublishing = (done: number, total: number, slug: string) => void

export type PublishTools = { db: Database; checker: Checker; now: () => Date }

/**
 * Publishes each case of a content folder whose text was never in service under its slug, as many at a time as the checker checks.
 * `onProgress` is told after each file how many are done. The results are in the order of the slugs.
 */
export async function publishContent(
  content: string,
  tools: PublishTools,
  onProgress: OnPublishing,
): Promise<Array<Published>> {
  const files = await findCases(content)
  const known = await listPublished(tools.db.read)
  const published: Array<Published> = []
  const waiting = files.entries()
  let done = 0

  async function work(): Promise<void> {
    for (const [place, file] of waiting) {
      published[place] = await publish(file, tools, async (version) => known.has(publicationKey(version)))
      done += 1
      onProgress(done, files.length, file.slug)
    }
  }

  await Promise.all(Array.from({ length: tools.checker.most }, work))
  return published
}

/** Publishes one file, unless it has an error or was in service before. */
export function publishCase(file: CaseFile, tools: PublishTools): Promise<Published> {
  return publish(file, tools, (version) => wasPublished(tools.db.read, version))
}

async function publish(
  { slug, file }: CaseFile,
  { db, checker, now }: PublishTools,
  isKnown: (version: Served) => Promise<boolean>,
): Promise<Published> {
  const outcomeOf = (outcome: Published['outcome'], problems: Array<Problem>): Published => ({
    kind: 'case',
    slug,
    file,
    outcome,
    problems,
  })
  const read = await readCase(file)
  if (read.kind === 'refused') return outcomeOf('refused', [read.problem])
  const hash = hashSource(read.bytes)
  if (await isKnown({ slug, hash })) return outcomeOf('known', [])
  const decoded = decodeSource(read.bytes)
  if ('problem' in decoded) return outcomeOf('refused', [decoded.problem])
  const source = decoded.text
  const checked = await checker.check(read.bytes, read.images, { compileAs: hash })
  const { case: found, compiled: json, problems } = checked
  if (found === null || json === null || hasErrors(problems)) return outcomeOf('refused', problems)
  const folder = path.dirname(file)
  const images = await Promise.all([...imagesInCase(found)].map((src) => readImage(folder, src)))
  const isNew = await db.write(async (tx) => {
    // Another process of this installation may have published it meanwhile.
    if (await wasPublished(tx, { slug, hash })) return false
    await publishVersion(tx, { slug, hash, source, images, now: now() })
    await saveCompiled(tx, { hash, compiler: COMPILER, json })
    return true
  })
  return isNew ? outcomeOf('published', problems) : outcomeOf('known', [])
}
