import path from 'node:path'
import type { Case } from '../../machines/case/case.ts'
import { hasErrors, sortProblems } from '../../machines/case/problem.ts'
import { judgeCourse } from '../../machines/course/judge-course.ts'
import { checkFile, checkWith } from './check-file.server.ts'
import type { CheckedFile } from './check-file.server.ts'
import type { Checker } from './checker.server.ts'
import { findCases } from './find-cases.server.ts'
import type { CaseFile } from './find-cases.server.ts'

/** Checks the course file at any path, with the cases beside it: those in the folder `cases` next to `courses`. Never throws. */
export async function checkCourse(file: string, checker: Checker): Promise<CheckedFile> {
  const checked = await checkWith(file, ({ bytes, images }) => checker.checkCourse(bytes, images))
  const head = checked.course?.head
  if (!head) return checked
  const beside = await findCases(path.resolve(path.dirname(file), '../..')).catch(() => [])
  const slugs = new Set(head.course.modules.flatMap(({ cases }) => cases))
  const cases = await checkedCases(
    beside.filter(({ slug }) => slugs.has(slug)),
    checker,
  )
  const found = judgeCourse({ ...head, cases })
  return { ...checked, problems: sortProblems([...checked.problems, ...found]) }
}

async function checkedCases(files: ReadonlyArray<CaseFile>, checker: Checker): Promise<Map<string, Case | 'faulty'>> {
  const checked = await Promise.all(
    files.map(async ({ slug, file }): Promise<[string, Case | 'faulty']> => {
      const { case: source, problems } = await checkFile(file, checker)
      return [slug, source === null || hasErrors(problems) ? 'faulty' : source]
    }),
  )
  return new Map(checked)
}
