import type { Competencies } from '../../machines/case/parse-competencies.ts'
import { parseCourse } from '../../machines/case/parse-course.ts'
import type { Services } from '../http/context.ts'

type Competency = Competencies[keyof Competencies]

export type Completion = {
  isComplete: boolean
  /** Sentences. */
  missing: string[]
  course: { slug: string; title: string; hash: string }
  cases: Array<{ slug: string; title: string; level: string }>
  competencies: Array<Competency>
  minutes: number
}

const LEVELS: Record<string, string> = {
  'first-line': 'First-line manager',
  'project-lead': 'Project lead',
  middle: 'Manager of managers',
  senior: 'Senior manager',
}

/** What a learner has done of a course; null where there is no such course. */
export async function findCompletion(
  learnerId: string,
  slug: string,
  { db, library, guide }: Services,
): Promise<Completion | null> {
  const version = await db.read.courseVersion.findFirst({ where: { slug }, orderBy: { createdAt: 'desc' } })
  const course = version && parseCourse(version.source).course
  if (!version || !course) return null
  const slugs = course.modules.flatMap((module) => module.cases)
  const loaded = await Promise.all(slugs.map(async (one) => ({ slug: one, loaded: await library.findServed(one) })))
  const cases = loaded.flatMap((one) => (one.loaded ? [{ slug: one.slug, case: one.loaded.case }] : []))
  const ended = await db.read.attempt.findMany({
    where: { learnerId, slug: { in: slugs }, ending: { not: null }, reflection: { some: {} } },
    select: { slug: true },
  })
  const lenses = await db.read.roleLens.count({ where: { learnerId, course: slug } })
  const plan = await db.read.plan.count({ where: { learnerId, course: slug } })
  const open = cases.filter((one) => ended.every(({ slug: done }) => done !== one.slug))
  const missing = [
    ...(lenses < 1 ? ['Say what your role asks, before the first case.'] : []),
    ...open.map((one) => `Play “${one.case.title}” to an ending and answer its questions.`),
    ...(lenses < 2 ? ['Say what your role asks once more, after the last case.'] : []),
    ...(plan < 1 ? ['Write your plan.'] : []),
  ]
  const scored = new Set(
    cases.flatMap((one) =>
      one.case.scenes.flatMap(({ exit }) => (exit.kind === 'decision' ? [exit.execution, exit.influence] : [])),
    ),
  )
  return {
    isComplete: missing.length === 0,
    missing,
    course: { slug, title: course.title, hash: version.hash },
    cases: cases.map((one) => ({
      slug: one.slug,
      title: one.case.title,
      level: LEVELS[one.case.level] ?? one.case.level,
    })),
    competencies: Object.values(guide.competencies).filter(({ id }) => scored.has(id)),
    minutes: cases.reduce((sum, one) => sum + one.case.minutes, 0),
  }
}
