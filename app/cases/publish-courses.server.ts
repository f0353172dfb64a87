import path from 'node:path'
import { problemAt, START_OF_FILE } from '../../machines/case/parse/report.ts'
import { hasErrors } from '../../machines/case/problem.ts'
import type { Problem } from '../../machines/case/problem.ts'
import { decodeSource } from '../../machines/case/source.ts'
import { findCourseSlug, saveCourseVersion } from '../data/course-versions.server.ts'
import { checkCourse } from './check-course.server.ts'
import { findCourses, readImage } from './find-cases.server.ts'
import type { CaseFile } from './find-cases.server.ts'
import { hashSource } from './hash-source.server.ts'
import { imagesInProse } from './images-in.ts'
import type { Published, PublishTools } from './publish.server.ts'
import { readCase } from './read-case.server.ts'

/** Publishes each course of a content folder whose text was never in service. */
export async function publishCourses(content: string, tools: PublishTools): Promise<Array<Published>> {
  const published: Array<Published> = []
  for (const file of await findCourses(content)) published.push(await publishCourse(file, tools))
  return published
}

/** Publishes one course, unless it has an error or was in service before. What it was checked with are the cases beside it. */
async function publishCourse({ slug, file }: CaseFile, tools: PublishTools): Promise<Published> {
  const outcomeOf = (outcome: Published['outcome'], problems: Array<Problem>): Published => ({
    kind: 'course',
    slug,
    file,
    outcome,
    problems,
  })
  const kept = await findKept(file, tools)
  if (kept === slug) return outcomeOf('known', [])
  if (kept !== null) return outcomeOf('refused', [isAnother(kept)])
  const { text, hash, course, problems } = await checkCourse(file, tools.checker)
  if (!course?.course || text === null || hasErrors(problems)) return outcomeOf('refused', problems)
  const folder = path.dirname(file)
  const images = await Promise.all([...imagesInProse(course.course.body)].map((src) => readImage(folder, src)))
  const isNew = await tools.db.write(async (tx) => {
    // Another process of this installation may have published it meanwhile.
    if ((await findCourseSlug(tx, hash)) !== null) return false
    await saveCourseVersion(tx, { slug, hash, source: text, images, now: tools.now() })
    return true
  })
  return isNew ? outcomeOf('published', problems) : outcomeOf('known', [])
}

/** The slug under which the text of a file is kept; null where it is not, or can't be read. */
async function findKept(file: string, { db }: PublishTools): Promise<string | null> {
  const read = await readCase(file)
  const decoded = read.kind === 'read' ? decodeSource(read.bytes) : null
  return decoded && 'text' in decoded ? findCourseSlug(db.read, hashSource(decoded.text)) : null
}

/** A version is known by its text alone, so that two courses can't share one. */
function isAnother(slug: string): Problem {
  return problemAt(
    'frontmatter/invalid',
    START_OF_FILE,
    `found the very text of the course "${slug}", expected a course of its own`,
    'change its title, for example',
  )
}
