import { parseCourse } from '../../machines/case/parse-course.ts'
import type { Course } from '../../machines/case/parse-course.ts'
import { decodeSource } from '../../machines/case/source.ts'
import { uncheckedFile } from './check-file.server.ts'
import type { CheckedFile } from './check-file.server.ts'
import { hashSource } from './hash-source.server.ts'
import { readCase } from './read-case.server.ts'

/** Checks the course file at any path; `course` is null where it has an error. */
export async function checkCourse(file: string): Promise<CheckedFile & { course: Course | null }> {
  const read = await readCase(file)
  if (read.kind === 'refused') return { ...uncheckedFile(read.problem), course: null }
  const decoded = decodeSource(read.bytes)
  const hash = hashSource(read.bytes)
  if ('problem' in decoded) return { ...uncheckedFile(decoded.problem), hash, course: null }
  const { course, problems } = parseCourse(decoded.text)
  return { text: decoded.text, hash, title: course?.title ?? null, case: null, problems, stats: null, course }
}
