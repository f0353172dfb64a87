import path from 'node:path'
import { hasErrors } from '../../machines/case/problem.ts'
import type { Problem } from '../../machines/case/problem.ts'
import { decodeSource } from '../../machines/case/source.ts'
import { publishVersion, saveCompiled, wasPublished } from '../data/case-versions.server.ts'
import type { Database } from '../data/database.server.ts'
import type { Checker } from './checker.server.ts'
import { COMPILER } from './compile.server.ts'
import { findCases, readImage } from './find-cases.server.ts'
import type { CaseFile } from './find-cases.server.ts'
import { hashSource } from './hash-source.server.ts'
import { imagesInCase } from './images-in.ts'
import { compileVersion } from './library.server.ts'
import { readCase } from './read-case.server.ts'

/** What became of one file. A refused one leaves the last good version in service. */
export type Published = {
  kind: 'case' | 'course'
  slug: string
  file: string
  outcome: 'known' | 'published' | 'refused'
  problems: Array<Problem>
}

export type PublishTools = { db: Database; checker: Checker; now: () => Date }

/** Publishes each case of a content folder whose text was never in service under its slug. */
export async function publishContent(
  content: string,
  tools: PublishTools,
  onProgress: (done: number, total: number, slug: string) => void,
): Promise<Array<Published>> {
  const files = await findCases(content)
  const published: Array<Published> = []
  for (const file of files) {
    onProgress(published.length, files.length, file.slug)
    published.push(await publishCase(file, tools))
  }
  return published
}

/** Publishes one file, unless it has an error or was in service before. */
export async function publishCase({ slug, file }: CaseFile, { db, checker, now }: PublishTools): Promise<Published> {
  const outcomeOf = (outcome: Published['outcome'], problems: Array<Problem>): Published => ({
    kind: 'case',
    slug,
    file,
    outcome,
    problems,
  })
  const read = await readCase(file)
  if (read.kind === 'refused') return outcomeOf('refused', [read.problem])
  const decoded = decodeSource(read.bytes)
  if ('problem' in decoded) return outcomeOf('refused', [decoded.problem])
  const source = decoded.text
  const hash = hashSource(source)
  if (await wasPublished(db.read, { slug, hash })) return outcomeOf('known', [])
  const checked = await checker.check(read.bytes, read.images)
  if (checked.case === null || hasErrors(checked.problems)) return outcomeOf('refused', checked.problems)
  const folder = path.dirname(file)
  const images = await Promise.all([...imagesInCase(checked.case)].map((src) => readImage(folder, src)))
  const json = await compileVersion(hash, checked.case)
  const isNew = await db.write(async (tx) => {
    // Another process of this installation may have started with the same files.
    if (await wasPublished(tx, { slug, hash })) return false
    await publishVersion(tx, { slug, hash, source, images, now: now() })
    await saveCompiled(tx, { hash, compiler: COMPILER, json })
    return true
  })
  return outcomeOf(isNew ? 'published' : 'known', checked.problems)
}
