import { z } from 'zod'
import type { Place, Prose } from './case.ts'
import { readCourseBody } from './parse/course-body.ts'
import { splitFrontMatter } from './parse/front-matter.ts'
import { startReport } from './parse/report.ts'
import type { Report } from './parse/report.ts'
import { reportIssue } from './parse/schema-issue.ts'
import { readYaml } from './parse/yaml-data.ts'
import type { YamlData } from './parse/yaml-data.ts'
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
  completion: z
    .array(
      z.enum(['lens-before', 'lens-after', 'all-cases', 'reflections', 'plan']),
      'expected a list of what completion takes',
    )
    .min(1, 'expected at least one thing that completion takes')
    .refine((list) => new Set(list).size === list.length, 'expected each thing once'),
})

/** What the front matter of a course says. */
export type CourseHead = z.infer<typeof courseSchema>

/** `body` is what the author says of the course, as prose. */
export type Course = CourseHead & { body: Prose }

/** Where in the file the parts of the front matter stand that the rules of courses are about. */
export type CoursePlaces = { lens: Place; modules: Array<{ cases: Array<Place>; needs: Array<Place> }> }

export type ParsedCourse = {
  /** Null where the file has an error. */
  course: Course | null
  /** What the rules of courses can judge, even where the body has an error; null where the front matter can't be read. */
  head: { course: CourseHead; places: CoursePlaces } | null
  /** Under the rules `mdx/*` and `frontmatter/*`, in the order of the source. */
  problems: Array<Problem>
}

/**
 * Pure. Reads a course from its MDX source, of which nothing is ever run; no text makes it throw. All problems are reported. `images`
 * are the paths, relative to the course's folder, of the images in it; null leaves out whether they are there.
 */
export function parseCourse(source: string, images: ReadonlySet<string> | null): ParsedCourse {
  const fault = findSourceProblem(source)
  if (fault) return { course: null, head: null, problems: [fault] }
  const { report, problems } = startReport()
  const { yaml, yamlLine, body } = splitFrontMatter(normaliseSource(source), report)
  const head = yaml === null ? null : readHead(yaml, yamlLine, report)
  const prose = body === null ? null : readCourseBody(body, images, report)
  const course = head && prose && !hasErrors(problems) ? { ...head.course, body: prose } : null
  return { course, head, problems: sortProblems(problems) }
}

function readHead(yaml: string, line: number, report: Report): ParsedCourse['head'] {
  const read = readYaml(yaml, line, report)
  if (read === null) return null
  const parsed = courseSchema.safeParse(read.data)
  for (const issue of parsed.error?.issues ?? []) reportIssue(issue, [], read, report)
  return parsed.data ? { course: parsed.data, places: placesIn(parsed.data, read) } : null
}

function placesIn({ modules }: CourseHead, { placeOf }: YamlData): CoursePlaces {
  return {
    lens: placeOf(['lens']),
    modules: modules.map(({ cases, needs = [] }, module) => ({
      cases: cases.map((_, item) => placeOf(['modules', module, 'cases', item])),
      needs: needs.map((_, item) => placeOf(['modules', module, 'needs', item])),
    })),
  }
}
