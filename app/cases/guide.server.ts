import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseCompetencies } from '../../machines/case/parse-competencies.ts'
import type { Competencies } from '../../machines/case/parse-competencies.ts'
import type { Course } from '../../machines/case/parse-course.ts'
import { checkCourse } from './check-course.server.ts'

/** What explains the scores: the competencies in words, and the questionnaire on what a role asks, if there is a course with one. */
export type Guide = { competencies: Competencies; role: RoleQuestions | null }

type RoleQuestions = { course: string; lens: Course['lens'] }

/** The competencies are those of the scoring model, whatever cases are served. */
const COMPETENCIES_FILE = path.resolve('content', 'competencies.yaml')

/** Reads the guide once, at the start. A course with an error asks nothing, and it is said where the error is. */
export async function readGuide(content: string, say: (line: string) => void): Promise<Guide> {
  const competencies = parseCompetencies(await readFile(COMPETENCIES_FILE, 'utf8'))
  const folder = path.join(content, 'courses')
  const slugs = (await readdir(folder).catch(() => [])).sort()
  for (const slug of slugs) {
    const file = path.join(folder, slug, 'index.mdx')
    const { course, problems } = await checkCourse(file)
    if (course) return { competencies, role: { course: slug, lens: course.lens } }
    for (const { line, column, rule, message } of problems) say(`  ${file}:${line}:${column} ${rule} ${message}`)
  }
  return { competencies, role: null }
}
