import type { CourseHead } from '../case/parse-course.ts'

/** What of a course decides on a learner's progress. */
export type CoursePlan = Pick<CourseHead, 'order' | 'modules' | 'completion'>

export type Requirement = CourseHead['completion'][number]

/** How far a case was played: `reflected` is done, with every question of its ending answered. */
export type CaseStanding = 'under-way' | 'done' | 'reflected'

/** What has happened to a learner in a course. All of it is derived; never a score. */
export type CourseFacts = {
  /** By slug; a case that was never begun is not there. */
  cases: ReadonlyMap<string, CaseStanding>
  /** How often the lens was answered before every case was done, and how often since. */
  lensAnswers: { before: number; after: number }
  isPlanned: boolean
}

export type CaseStatus = 'locked' | 'open' | 'under-way' | 'done'

export type CaseProgress = {
  slug: string
  status: CaseStatus
  /** The cases that have to be done before it opens; none unless it is locked. */
  waitsFor: Array<string>
}

export type CourseStep =
  | { kind: 'lens'; when: 'before' | 'after' }
  | { kind: 'case'; slug: string; isUnderWay: boolean }
  | { kind: 'reflections'; slug: string }
  | { kind: 'plan' }
  | { kind: 'certificate' }

/** `done` of `of`: answers of the lens, cases, or the plan. */
type RequirementProgress = { requirement: Requirement; isMet: boolean; done: number; of: number }

export type CourseProgress = {
  modules: Array<{ title: string; why: string; cases: Array<CaseProgress> }>
  /** Null where nothing can be done now: what comes next is a case that is not to be had. */
  next: CourseStep | null
  /** In the order of the course's `completion`. */
  requirements: Array<RequirementProgress>
  /** Whether every requirement is met. */
  isComplete: boolean
}

/**
 * Pure. Where a learner stands in a course. A case is open once what it needs is done: in a sequential course all before it and what
 * its module needs, in a free one the latter alone.
 * @param unavailable slugs of cases that can't be begun at present; they are passed over in what comes next
 */
export function progressOf(
  course: CoursePlan,
  facts: CourseFacts,
  unavailable: ReadonlySet<string> = new Set(),
): CourseProgress {
  const modules = course.modules.map(({ title, why, cases }, module) => ({
    title,
    why,
    cases: cases.map((slug) => caseProgress(course, facts, { slug, module })),
  }))
  const requirements = course.completion.map((requirement) => requirementProgress(course, facts, requirement))
  const isComplete = requirements.every(({ isMet }) => isMet)
  const cases = modules.flatMap((found) => found.cases)
  const next = nextStep(course, facts, { cases, unavailable, requirements, isComplete })
  return { modules, requirements, isComplete, next }
}

/** Pure. The slugs of a course, in its order. */
export function slugsOf({ modules }: Pick<CoursePlan, 'modules'>): Array<string> {
  return modules.flatMap(({ cases }) => cases)
}

function caseProgress(course: CoursePlan, facts: CourseFacts, at: { slug: string; module: number }): CaseProgress {
  const { slug } = at
  const standing = facts.cases.get(slug)
  if (standing !== undefined) return { slug, status: standing === 'under-way' ? standing : 'done', waitsFor: [] }
  const waitsFor = neededBy(course, at).filter((needed) => !isDone(facts, needed))
  return { slug, status: waitsFor.length > 0 ? 'locked' : 'open', waitsFor }
}

/** In the order of the course. */
function neededBy(course: CoursePlan, { slug, module }: { slug: string; module: number }): Array<string> {
  const slugs = slugsOf(course)
  const needs = new Set(course.modules[module]?.needs ?? [])
  const place = course.order === 'sequential' ? slugs.indexOf(slug) : 0
  return slugs.filter((other, index) => index < place || needs.has(other))
}

function isDone({ cases }: CourseFacts, slug: string): boolean {
  const standing = cases.get(slug)
  return standing === 'done' || standing === 'reflected'
}

/** Pure. Whether every case of the course was played to an ending. */
export function areAllDone(course: CoursePlan, facts: CourseFacts): boolean {
  return slugsOf(course).every((slug) => isDone(facts, slug))
}

function requirementProgress(course: CoursePlan, facts: CourseFacts, requirement: Requirement): RequirementProgress {
  const [done, of] = counted(course, facts, requirement)
  return { requirement, isMet: done >= of, done: Math.min(done, of), of }
}

function counted(course: CoursePlan, facts: CourseFacts, requirement: Requirement): [done: number, of: number] {
  const slugs = slugsOf(course)
  const { before, after } = facts.lensAnswers
  switch (requirement) {
    case 'lens-before':
      return [before + after, 1]
    case 'lens-after':
      return [lensAnswersAfter(course, facts), 1]
    case 'all-cases':
      return [slugs.filter((slug) => isDone(facts, slug)).length, slugs.length]
    case 'reflections':
      return [slugs.filter((slug) => facts.cases.get(slug) === 'reflected').length, slugs.length]
    case 'plan':
      return [facts.isPlanned ? 1 : 0, 1]
  }
}

/** A course that asks for the lens at both ends takes one answer for one of them only. */
function lensAnswersAfter(course: CoursePlan, facts: CourseFacts): number {
  if (!areAllDone(course, facts)) return 0
  const { before, after } = facts.lensAnswers
  return course.completion.includes('lens-before') && before === 0 ? Math.max(0, after - 1) : after
}

type Standing = {
  cases: ReadonlyArray<CaseProgress>
  unavailable: ReadonlySet<string>
  requirements: ReadonlyArray<RequirementProgress>
  isComplete: boolean
}

/** What was begun is finished first, and what a case leaves to think about comes before the next one. */
function nextStep(
  course: CoursePlan,
  facts: CourseFacts,
  { cases, unavailable, requirements, isComplete }: Standing,
): CourseStep | null {
  if (isComplete) return { kind: 'certificate' }
  const owes = (requirement: Requirement) => requirements.some((one) => one.requirement === requirement && !one.isMet)
  if (owes('lens-before')) return { kind: 'lens', when: 'before' }
  const begun = cases.find(({ status }) => status === 'under-way')
  if (begun) return { kind: 'case', slug: begun.slug, isUnderWay: true }
  const unreflected = cases.find(({ slug }) => facts.cases.get(slug) === 'done')
  if (unreflected && owes('reflections')) return { kind: 'reflections', slug: unreflected.slug }
  const open = cases.find(({ slug, status }) => status === 'open' && !unavailable.has(slug))
  if (open) return { kind: 'case', slug: open.slug, isUnderWay: false }
  // A case is left that is not to be had: what is asked for at the end has to wait for it.
  if (!areAllDone(course, facts) && OF_ALL_CASES.some(owes)) return null
  if (owes('lens-after')) return { kind: 'lens', when: 'after' }
  return owes('plan') ? { kind: 'plan' } : null
}

/** What can't be met before every case is done. */
const OF_ALL_CASES: ReadonlyArray<Requirement> = ['lens-after', 'all-cases', 'reflections']
