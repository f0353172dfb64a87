import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { factsOf } from '../../machines/case/case-facts.ts'
import type { CaseFacts } from '../../machines/case/case-facts.ts'
import { explore } from '../../machines/case/graph/explore.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { parseCourse } from '../../machines/case/parse-course.ts'
import { stepperOf } from '../../machines/case/step.ts'
import { courseFigures } from './course-figures.ts'

const COURSE = 'content/courses/run-it-lead-it/index.mdx'

/** `npm run course:table [-- course file]`: prints what a course covers, from its cases in the folder `cases` beside `courses`. */
async function printCourseTable(file: string): Promise<void> {
  const { course } = parseCourse(await readFile(file, 'utf8'), null)
  if (!course) throw new Error(`expected a course in ${file}, found problems. ${adviceFor(file)}`)
  const folder = path.join(path.dirname(file), '..', '..', 'cases')
  const cases: Array<CaseFacts> = []
  for (const slug of course.modules.flatMap((module) => module.cases)) {
    cases.push(await factsIn(path.join(folder, slug, 'index.mdx')))
  }
  process.stdout.write(`${course.title}\n\n${courseFigures(cases)}`)
}

async function factsIn(file: string): Promise<CaseFacts> {
  const { case: source } = parseCase(await readFile(file, 'utf8'), null)
  const graph = source && explore(stepperOf(source))
  if (graph?.kind !== 'graph')
    throw new Error(`expected a case that can be played in ${file}, found problems. ${adviceFor(file)}`)
  return factsOf(graph)
}

function adviceFor(file: string): string {
  return `npm run -s case -- check ${file} lists them.`
}

printCourseTable(process.argv[2] ?? COURSE).catch((error: unknown) => {
  process.stderr.write(`course:table: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
