import { assign, initialTransition, setup } from 'xstate'
import { happen, NO_FACTS } from './happen.ts'
import type { CourseEvent } from './happen.ts'
import { progressOf, slugsOf } from './progress.ts'
import type { CaseStatus, CourseFacts, CoursePlan } from './progress.ts'

/** The life of a case in a course, in order; there is no way back. */
const LIFE = ['locked', 'open', 'under-way', 'done'] as const satisfies ReadonlyArray<CaseStatus>

type Reached = { slug: string; status: CaseStatus }

/**
 * Pure. The XState machine of a course: each case goes locked → open → under way → done, and the certificate from closed to reachable.
 * What happens is guarded by `happen`, and the states follow `progressOf` and nothing else, so that the machine can't mean
 * something that a page does not show. `facts` is where it begins.
 */
export function courseMachine(course: CoursePlan, facts: CourseFacts = NO_FACTS) {
  const parts = setup({
    types: {} as { context: CourseFacts; events: CourseEvent },
    guards: {
      possible: ({ context, event }) => happen(course, context, event) !== null,
      hasReached: ({ context }, { slug, status }: Reached) => {
        const cases = progressOf(course, context).modules.flatMap((module) => module.cases)
        const found = cases.find((one) => one.slug === slug)
        return found !== undefined && LIFE.indexOf(found.status) >= LIFE.indexOf(status)
      },
      isComplete: ({ context }) => progressOf(course, context).isComplete,
    },
    actions: { note: assign(({ context, event }) => happen(course, context, event) ?? context) },
  })

  function step(slug: string, status: CaseStatus) {
    return { target: status, guard: { type: 'hasReached' as const, params: { slug, status } } }
  }

  function lifeOf(slug: string) {
    return {
      initial: 'locked' as const,
      states: {
        locked: { always: step(slug, 'open') },
        open: { always: step(slug, 'under-way') },
        'under-way': { always: step(slug, 'done') },
        done: {},
      },
    }
  }

  const noted = { guard: 'possible' as const, actions: 'note' as const }
  return parts.createMachine({
    id: 'course',
    context: facts,
    type: 'parallel',
    on: { begin: noted, end: noted, reflect: noted, 'answer-lens': noted, plan: noted },
    states: {
      cases: { type: 'parallel', states: Object.fromEntries(slugsOf(course).map((slug) => [slug, lifeOf(slug)])) },
      certificate: {
        initial: 'closed',
        states: { closed: { always: { target: 'reachable', guard: 'isComplete' } }, reachable: {} },
      },
    },
  })
}

/** Pure. Whether the certificate can be had: derived afresh, no state is ever stored. */
export function isCertificateReachable(course: CoursePlan, facts: CourseFacts): boolean {
  const [snapshot] = initialTransition(courseMachine(course, facts))
  return snapshot.matches({ certificate: 'reachable' })
}
