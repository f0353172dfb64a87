import { COMPETENCIES } from '../../machines/case/case.ts'
import { decisionsOf } from '../../machines/case/quality.ts'
import type { Competency } from '../../machines/case/parse-competencies.ts'
import { isCertificateReachable } from '../../machines/course/course-machine.ts'
import { progressOf } from '../../machines/course/progress.ts'
import { caseCard } from '../play/case-card.ts'
import { courseCases } from './course-cases.server.ts'
import { titleOf } from './course-cases.ts'
import type { CourseCase } from './course-cases.ts'
import { missingText } from './requirement-text.ts'
import { courseStanding } from './standing.server.ts'
import type { CourseServices } from './standing.server.ts'

/** Whether a learner has completed a course, and what a record of that can name. Never a score. */
export type Completion = {
  isComplete: boolean
  /** A plain sentence for each requirement that is not met. */
  missing: Array<string>
  /** `hash`: the version in service. */
  course: { slug: string; title: string; hash: string }
  /** The role situations, in the order of the course. */
  cases: Array<{ slug: string; title: string; level: string }>
  /** Those that some decision of the course is about. */
  competencies: Array<Competency>
  /** What the cases say that they take. */
  minutes: number
}

/** How far a learner is from completing a course; null where no such course is in service. */
export async function findCompletion(
  learnerId: string,
  slug: string,
  services: CourseServices,
): Promise<Completion | null> {
  const loaded = await services.courses.find(slug)
  if (loaded === null) return null
  const { course, hash } = loaded
  const standing = await courseStanding(learnerId, loaded, services)
  const cases = await courseCases(loaded, standing, services)
  const progress = progressOf(course, standing.facts)
  const titles = new Map(cases.map((one) => [one.slug, titleOf(one)]))
  const played = cases.flatMap((one) => (one.loaded ? [caseCard(one.slug, one.loaded)] : []))
  return {
    isComplete: isCertificateReachable(course, standing.facts),
    missing: missingText(course, standing.facts, progress, (one) => titles.get(one) ?? one),
    course: { slug, title: course.title, hash },
    cases: played.map(({ slug: one, title, level }) => ({ slug: one, title, level })),
    competencies: competenciesIn(cases, services.guide),
    minutes: played.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}

/** In the order of the scoring model. */
function competenciesIn(
  cases: ReadonlyArray<CourseCase>,
  { competencies }: CourseServices['guide'],
): Array<Competency> {
  const named = new Set<string | null>(
    cases.flatMap(({ loaded }) =>
      decisionsOf(loaded?.case.scenes ?? []).flatMap(({ execution, influence }) => [execution, influence]),
    ),
  )
  return COMPETENCIES.filter((id) => named.has(id)).map((id) => competencies[id])
}
