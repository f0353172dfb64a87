import { z } from 'zod'
import { splitFrontMatter } from './parse/front-matter.ts'
import { startReport } from './parse/report.ts'
import type { Report } from './parse/report.ts'
import { reportIssue } from './parse/schema-issue.ts'
import { readYaml } from './parse/yaml-data.ts'
import { hasErrors, sortProblems } from './problem.ts'
import type { Problem } from './problem.ts'
import { findSourceProblem, normaliseSource } from './source.ts'

const text = z.string('expected a text').trim().min(1, 'expected a text that is not empty')
const weight = z.literal([0, 1, 2], 'expected a weight of 0, 1 or 2')
const slugs = z.array(text, 'expected a list of slugs')

const courseSchema = z.strictObject({
  title: text,
  promise: text,
  order: z.enum(['sequential', 'free'], 'expected `sequential` or `free`'),
  modules: z
    .array(z.strictObject({ title: text, why: text, cases: slugs.min(1), needs: slugs.optional() }), 'expected a list')
    .min(1, 'expected at least one module'),
  lens: z.strictObject({
    scale: z.array(text, 'expected five labels').length(5, 'expected five labels'),
    items: z
      .array(
        z.strictObject({
          text,
          execution: weight,
          influence: weight,
          about: z.enum(['role', 'failure', 'stage'], 'expected `role`, `failure` or `stage`'),
        }),
        'expected a list',
      )
      .min(1, 'expected at least one item'),
  }),
  completion: z.array(
    z.enum(['lens-before', 'lens-after', 'all-cases', 'reflections', 'plan']),
    'expected a list of what completion takes',
  ),
})

/** What the front matter of a course says. */
export type Course = z.infer<typeof courseSchema>

/** Pure. Reads the front matter of a course; `course` is null where it has an error. All problems are reported. */
export function parseCourse(source: string): { course: Course | null; problems: Array<Problem> } {
  const fault = findSourceProblem(source)
  if (fault) return { course: null, problems: [fault] }
  const { report, problems } = startReport()
  const { yaml, yamlLine } = splitFrontMatter(normaliseSource(source), report)
  const course = yaml === null ? null : readCourse(yaml, yamlLine, report)
  return { course: hasErrors(problems) ? null : course, problems: sortProblems(problems) }
}

function readCourse(yaml: string, line: number, report: Report): Course | null {
  const read = readYaml(yaml, line, report)
  if (read === null) return null
  const parsed = courseSchema.safeParse(read.data)
  for (const issue of parsed.error?.issues ?? []) reportIssue(issue, [], read, report)
  return parsed.data ?? null
}
