import { progressOf } from '../../machines/course/progress.ts'
import type { CaseProgress, CourseProgress } from '../../machines/course/progress.ts'
import type { LoadedCourse } from '../cases/courses.server.ts'
import type { CourseCaseView, CourseView } from '../components/course-views.ts'
import { caseCard } from '../play/case-card.ts'
import { titleOf, unavailableIn } from './course-cases.ts'
import type { CourseCase } from './course-cases.ts'
import { listText, requirementText } from './requirement-text.ts'
import type { CourseStanding } from './standing.server.ts'
import { stepView } from './step-text.ts'
import type { StepCase } from './step-text.ts'

export type CourseParts = { loaded: LoadedCourse; standing: CourseStanding; cases: ReadonlyArray<CourseCase> }

/** Pure. Where a learner stands in a course, with the cases that can be begun taken into account. */
export function progressIn({ loaded, standing, cases }: CourseParts): CourseProgress {
  return progressOf(loaded.course, standing.facts, unavailableIn(cases))
}

/** Pure. The words and the address of what comes next. */
export function nextIn(parts: CourseParts, { next }: CourseProgress): CourseView['next'] {
  const { slug, course } = parts.loaded
  return next && stepView(next, { slug, lensItems: course.lens.items.length, cases: stepCases(parts) })
}

/** Pure. What the page of a course shows. */
export function courseView(parts: CourseParts, told: { bodyHtml: string; isLearner: boolean }): CourseView {
  const { slug, course } = parts.loaded
  const progress = progressIn(parts)
  const next = nextIn(parts, progress)
  return {
    slug,
    title: course.title,
    promise: course.promise,
    ...told,
    size: sizeText(parts),
    order: ORDERS[course.order],
    progress: progressText(progress),
    next,
    blocked: next === null ? BLOCKED : null,
    modules: progress.modules.map(({ title, why, cases }) => ({
      title,
      why,
      cases: cases.map((one) => caseView(one, parts)),
    })),
    requirements: progress.requirements.map(({ requirement, isMet, done, of }) => ({
      text: requirementText(requirement, parts.cases.length),
      isMet,
      count: of === 1 ? null : `${done} of ${of}`,
    })),
  }
}

/** Pure. "3 of 8 cases played to an ending". */
export function progressText({ modules }: CourseProgress): string {
  const cases = modules.flatMap((module) => module.cases)
  const done = cases.filter(({ status }) => status === 'done').length
  return `${done} of ${cases.length} ${cases.length === 1 ? 'case' : 'cases'} played to an ending`
}

const ORDERS = {
  sequential: 'Each case opens when the ones before it are done.',
  free: 'The cases can be played in any order, save where one says that it waits for another.',
}

const BLOCKED =
  'What comes next is a case that is not in the library at the moment. Nothing you have done is lost; look in again later.'

function sizeText({ loaded, cases }: CourseParts): string {
  const modules = loaded.course.modules.length
  const minutes = cases.reduce((sum, one) => sum + (one.loaded?.case.minutes ?? 0), 0)
  return `${counted(cases.length, 'case')} in ${counted(modules, 'module')}, about ${durationText(minutes)}`
}

/** Pure. "2 hours 40 minutes". */
export function durationText(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(count, unit))
  return told.length === 0 ? counted(0, 'minute') : told.join(' ')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function stepCases({ standing, cases }: CourseParts): Array<StepCase> {
  return cases.map((one, place) => {
    const { underWay, ended } = standing.attempts.get(one.slug) ?? { underWay: null, ended: [] }
    return {
      slug: one.slug,
      number: place + 1,
      title: titleOf(one),
      minutes: one.loaded?.case.minutes ?? 0,
      summary: one.loaded?.case.summary ?? '',
      underWay,
      ended: ended[0]?.id ?? null,
    }
  })
}

function caseView({ slug, status, waitsFor }: CaseProgress, parts: CourseParts): CourseCaseView {
  const place = parts.cases.findIndex((one) => one.slug === slug)
  const found = parts.cases[place] ?? { slug, loaded: null, isServed: false }
  const isGone = !found.isServed && (status === 'open' || status === 'locked')
  return {
    number: place + 1,
    title: titleOf(found),
    language: found.loaded?.case.language ?? 'en',
    card: found.loaded && caseCard(slug, found.loaded),
    status,
    standing: isGone ? 'Not in the library at the moment' : standingText(status, waitsFor, parts),
    link: isGone ? null : linkTo(slug, status, parts),
  }
}

function standingText(status: CaseProgress['status'], waitsFor: ReadonlyArray<string>, parts: CourseParts): string {
  switch (status) {
    case 'done':
      return 'Played to an ending'
    case 'under-way':
      return 'Under way'
    case 'open':
      return 'Open'
    case 'locked':
      return `Opens after ${awaited(waitsFor, parts)}`
  }
}

/** In sequence the last one waits for all the others itself. */
function awaited(waitsFor: ReadonlyArray<string>, { loaded, cases }: CourseParts): string {
  const told = loaded.course.order === 'sequential' ? waitsFor.slice(-1) : waitsFor
  return listText(cases.filter(({ slug }) => told.includes(slug)).map((one) => `“${titleOf(one)}”`))
}

function linkTo(slug: string, status: CaseProgress['status'], { standing }: CourseParts): CourseCaseView['link'] {
  const { underWay = null, ended = [] } = standing.attempts.get(slug) ?? {}
  if (status === 'locked') return null
  if (status === 'open') return { to: `/cases/${slug}`, label: 'Open the case' }
  if (status === 'under-way' && underWay) return { to: `/attempts/${underWay.id}`, label: 'Go on' }
  const [last] = ended
  return last ? { to: `/attempts/${last.id}/debrief`, label: 'Debrief' } : null
}
