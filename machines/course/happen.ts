import { areAllDone, progressOf } from './progress.ts'
import type { CaseStanding, CourseFacts, CoursePlan } from './progress.ts'

/** Something that happens to a learner in a course. */
export type CourseEvent =
  { type: 'begin' | 'end' | 'reflect'; case: string } | { type: 'answer-lens' } | { type: 'plan' }

/** What is known before anything has happened. */
export const NO_FACTS: CourseFacts = { cases: new Map(), lensAnswers: { before: 0, after: 0 }, isPlanned: false }

/** More answers than this change nothing, so that a course has a finite number of states. */
const MOST_ANSWERS = 2

/**
 * Pure. The facts after an event; null where the course does not let it happen. Only an open case can be begun; one under way is ended,
 * and one that is done can be reflected on.
 */
export function happen(course: CoursePlan, facts: CourseFacts, event: CourseEvent): CourseFacts | null {
  switch (event.type) {
    case 'begin':
      return statusOf(course, facts, event.case) === 'open' ? withCase(facts, event.case, 'under-way') : null
    case 'end':
      return facts.cases.get(event.case) === 'under-way' ? withCase(facts, event.case, 'done') : null
    case 'reflect':
      return facts.cases.get(event.case) === 'done' ? withCase(facts, event.case, 'reflected') : null
    case 'answer-lens': {
      const when = areAllDone(course, facts) ? 'after' : 'before'
      const answers = Math.min(facts.lensAnswers[when] + 1, MOST_ANSWERS)
      return { ...facts, lensAnswers: { ...facts.lensAnswers, [when]: answers } }
    }
    case 'plan':
      return { ...facts, isPlanned: true }
  }
}

function statusOf(course: CoursePlan, facts: CourseFacts, slug: string): string | undefined {
  const cases = progressOf(course, facts).modules.flatMap((module) => module.cases)
  return cases.find((found) => found.slug === slug)?.status
}

function withCase(facts: CourseFacts, slug: string, standing: CaseStanding): CourseFacts {
  return { ...facts, cases: new Map(facts.cases).set(slug, standing) }
}
