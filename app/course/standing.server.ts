import { slugsOf } from '../../machines/course/progress.ts'
import type { CaseStanding, CourseFacts } from '../../machines/course/progress.ts'
import { isReflected } from '../../machines/course/reflection.ts'
import { NO_FACTS } from '../../machines/course/happen.ts'
import type { LoadedCourse } from '../cases/courses.server.ts'
import { listAttempts } from '../data/attempts.server.ts'
import type { AttemptSummary } from '../data/attempts.server.ts'
import { findPlan } from '../data/plans.server.ts'
import { listAnswers } from '../data/reflections.server.ts'
import { listRoleAnswered } from '../data/role-lenses.server.ts'
import type { Services } from '../http/context.ts'

/** What the course asks of the program. */
export type CourseServices = Pick<Services, 'db' | 'library' | 'courses' | 'guide'>

/** What a learner has done in a course, and the attempts that tell it. */
export type CourseStanding = { facts: CourseFacts; attempts: ReadonlyMap<string, CaseAttempts> }

/** The attempts at one case, the newest first. */
type CaseAttempts = { underWay: AttemptSummary | null; ended: Array<AttemptSummary> }

/** Where a learner stands in a course; a visitor stands at its beginning. */
export async function courseStanding(
  learnerId: string | null,
  { slug, course }: LoadedCourse,
  services: CourseServices,
): Promise<CourseStanding> {
  if (learnerId === null) return { facts: NO_FACTS, attempts: new Map() }
  const { db } = services
  const [all, answered, plan] = await Promise.all([
    listAttempts(db.read, learnerId),
    listRoleAnswered(db.read, learnerId, slug),
    findPlan(db.read, learnerId, slug),
  ])
  const reflected = await reflectedAttempts(learnerId, all, services)
  const slugs = slugsOf(course)
  const attempts = new Map(slugs.map((one) => [one, attemptsAt(one, all)]))
  const standings = slugs.flatMap((one): Array<[string, CaseStanding]> => {
    const standing = standingOf(attempts.get(one), reflected)
    return standing ? [[one, standing]] : []
  })
  const allDoneAt = lastFirstEnding(slugs, attempts)
  const after = answered.filter((at) => allDoneAt !== null && at >= allDoneAt).length
  const facts = {
    cases: new Map(standings),
    lensAnswers: { before: answered.length - after, after },
    isPlanned: plan !== null,
  }
  return { facts, attempts }
}

function attemptsAt(slug: string, all: ReadonlyArray<AttemptSummary>): CaseAttempts {
  const own = all.filter((attempt) => attempt.slug === slug)
  return {
    underWay: own.find(({ ending }) => ending === null) ?? null,
    ended: own.filter(({ ending }) => ending !== null),
  }
}

function standingOf(attempts: CaseAttempts | undefined, reflected: ReadonlySet<string>): CaseStanding | null {
  if (!attempts) return null
  if (attempts.ended.some(({ id }) => reflected.has(id))) return 'reflected'
  if (attempts.ended.length > 0) return 'done'
  return attempts.underWay === null ? null : 'under-way'
}

/** When every case had been played to an ending once; null where one has not. A replay later on changes nothing. */
function lastFirstEnding(slugs: ReadonlyArray<string>, attempts: CourseStanding['attempts']): Date | null {
  const firsts = slugs.map((slug) => {
    const times = attempts.get(slug)?.ended.map(({ lastAt }) => lastAt.getTime()) ?? []
    return times.length === 0 ? null : Math.min(...times)
  })
  const known = firsts.filter((time) => time !== null)
  return known.length === firsts.length ? new Date(Math.max(...known)) : null
}

/** The ended attempts in which every question of the ending, in the version that was played, has an answer that is long enough. */
async function reflectedAttempts(
  learnerId: string,
  attempts: ReadonlyArray<AttemptSummary>,
  { db, library }: CourseServices,
): Promise<Set<string>> {
  const answers = await listAnswers(db.read, learnerId)
  const reflected = new Set<string>()
  for (const { id, hash, ending } of attempts) {
    if (ending === null) continue
    const scenes = (await library.findVersion(hash))?.case.scenes ?? []
    const exit = scenes.find((scene) => scene.exit.kind === 'ending' && scene.exit.id === ending)?.exit
    const questions = exit?.kind === 'ending' ? exit.reflections.length : 0
    const own = answers.filter(({ attemptId, answer }) => attemptId === id && isReflected(answer))
    if (own.length >= questions) reflected.add(id)
  }
  return reflected
}
