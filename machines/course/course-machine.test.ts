import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph'
import { describe, expect, test } from 'vitest'
import { aCoursePlan } from '../../tests/fixtures/course-makers.ts'
import { courseMachine, isCertificateReachable } from './course-machine.ts'
import { happen, NO_FACTS } from './happen.ts'
import type { CourseEvent } from './happen.ts'
import { progressOf, slugsOf } from './progress.ts'
import type { CourseFacts, CoursePlan } from './progress.ts'

const COURSES: Array<[string, CoursePlan]> = [
  ['in sequence', aCoursePlan({ completion: ['lens-before', 'lens-after', 'all-cases'] })],
  [
    'in free order with what a module needs',
    aCoursePlan({
      order: 'free',
      modules: [
        { title: 'One', why: 'First.', cases: ['a', 'certificate'] },
        { title: 'Two', why: 'Then.', cases: ['c'], needs: ['certificate'] },
      ],
      completion: ['reflections', 'plan'],
    }),
  ],
  [
    'in sequence with what a module needs besides',
    aCoursePlan({
      modules: [
        { title: 'One', why: 'First.', cases: ['a'] },
        { title: 'Two', why: 'Then.', cases: ['b'], needs: ['a'] },
      ],
    }),
  ],
]

/** Every event, whether it can happen or not: the machine must refuse what can't. */
function eventsOf(course: CoursePlan): Array<CourseEvent> {
  const ofCases = slugsOf(course).flatMap((slug) =>
    (['begin', 'end', 'reflect'] as const).map((type) => ({ type, case: slug })),
  )
  return [...ofCases, { type: 'answer-lens' }, { type: 'plan' }]
}

function keyOf({ cases, lensAnswers, isPlanned }: CourseFacts): string {
  return JSON.stringify([[...cases].sort(), lensAnswers, isPlanned])
}

/** What can be come to, by the pure function alone. */
function reachedIn(course: CoursePlan): Set<string> {
  const found = new Map([[keyOf(NO_FACTS), NO_FACTS]])
  for (const facts of found.values()) {
    for (const event of eventsOf(course)) {
      const next = happen(course, facts, event)
      if (next && !found.has(keyOf(next))) found.set(keyOf(next), next)
    }
  }
  return new Set(found.keys())
}

describe.each(COURSES)('the machine of a course %s', (_, course) => {
  const walked = getAdjacencyMap(courseMachine(course), {
    events: eventsOf(course),
    serializeState: ({ context }) => keyOf(context),
    limit: 20_000,
  })
  const states = Object.values(walked).map(({ state }) => state)

  test('has each case in the state that its progress tells, and the certificate reachable exactly where all is met', () => {
    expect(states.some((state) => state.matches({ certificate: 'reachable' }))).toBe(true)
    for (const { value, context } of states) {
      const { modules, isComplete } = progressOf(course, context)
      const cases = modules.flatMap((module) => module.cases).map(({ slug, status }) => [slug, status])
      expect(value).toEqual({
        cases: Object.fromEntries(cases),
        certificate: isComplete ? 'reachable' : 'closed',
      })
    }
  })

  test('goes where the pure function goes, for every event in every state', () => {
    for (const { state, event, nextState } of adjacencyMapToArray(walked))
      expect(keyOf(nextState.context)).toBe(keyOf(happen(course, state.context, event) ?? state.context))
  })

  test('comes to exactly what can be come to', () => {
    expect(new Set(Object.keys(walked))).toEqual(reachedIn(course))
  })

  test('begun from any facts it stands where it would have come to', () => {
    for (const { context } of states)
      expect(isCertificateReachable(course, context)).toBe(progressOf(course, context).isComplete)
  })
})

test('a locked case can’t be begun, and none is ended that was not begun', () => {
  const course = aCoursePlan()
  expect(happen(course, NO_FACTS, { type: 'begin', case: 'b' })).toBeNull()
  expect(happen(course, NO_FACTS, { type: 'end', case: 'a' })).toBeNull()
  expect(happen(course, NO_FACTS, { type: 'reflect', case: 'a' })).toBeNull()
  expect(happen(course, NO_FACTS, { type: 'begin', case: 'nowhere' })).toBeNull()
})
