import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCoursePlan, anyFacts, aCoursePlan } from '../../tests/fixtures/course-makers.ts'
import { NO_FACTS } from './happen.ts'
import { progressOf, slugsOf } from './progress.ts'
import type { CaseStanding, CourseFacts, CoursePlan, CourseStep, Requirement } from './progress.ts'

function facts(cases: Record<string, CaseStanding>, parts: Partial<CourseFacts> = {}): CourseFacts {
  return { ...NO_FACTS, cases: new Map(Object.entries(cases)), ...parts }
}

function statuses(course: CoursePlan, known: CourseFacts): string {
  const cases = progressOf(course, known).modules.flatMap((module) => module.cases)
  return cases.map(({ slug, status, waitsFor }) => [slug, status, ...waitsFor].join(' ')).join(', ')
}

const ALL_REFLECTED = { a: 'reflected', b: 'reflected', c: 'reflected' } as const
const ANSWERED = { lensAnswers: { before: 1, after: 0 } }

describe('which cases are open', () => {
  test.each<[string, Record<string, CaseStanding>, string]>([
    ['at the beginning, the first alone', {}, 'a open, b locked a, c locked a b'],
    ['none but the one under way', { a: 'under-way' }, 'a under-way, b locked a, c locked a b'],
    ['the next once the one before is done', { a: 'done' }, 'a done, b open, c locked b'],
    ['a case begun elsewhere is under way', { c: 'under-way' }, 'a open, b locked a, c under-way'],
    ['a case done elsewhere is done', { b: 'done' }, 'a open, b done, c locked a'],
  ])('in sequence: %s', (_, cases, expected) => {
    expect(statuses(aCoursePlan(), facts(cases))).toBe(expected)
  })

  const free = aCoursePlan({
    order: 'free',
    modules: [
      { title: 'One', why: 'First.', cases: ['a', 'b'] },
      { title: 'Two', why: 'Then.', cases: ['c'], needs: ['b'] },
    ],
  })

  test.each<[Record<string, CaseStanding>, string]>([
    [{}, 'a open, b open, c locked b'],
    [{ b: 'under-way' }, 'a open, b under-way, c locked b'],
    [{ b: 'done' }, 'a open, b done, c open'],
  ])('in free order, where %o has happened: %s', (cases, expected) => {
    expect(statuses(free, facts(cases))).toBe(expected)
  })
})

describe('what completion takes', () => {
  test.each<[Requirement, CourseFacts, number, number]>([
    ['lens-before', NO_FACTS, 0, 1],
    ['lens-before', facts({}, ANSWERED), 1, 1],
    ['lens-before', facts(ALL_REFLECTED, { lensAnswers: { before: 0, after: 1 } }), 1, 1],
    ['lens-after', facts({ a: 'done' }, { lensAnswers: { before: 2, after: 0 } }), 0, 1],
    ['lens-after', facts(ALL_REFLECTED, { lensAnswers: { before: 1, after: 1 } }), 1, 1],
    // One answer is not both the first and the one after.
    ['lens-after', facts(ALL_REFLECTED, { lensAnswers: { before: 0, after: 1 } }), 0, 1],
    ['lens-after', facts(ALL_REFLECTED, { lensAnswers: { before: 0, after: 2 } }), 1, 1],
    // A case that the course has got since: it is not over yet.
    ['lens-after', facts({ a: 'done', b: 'done' }, { lensAnswers: { before: 1, after: 1 } }), 0, 1],
    ['all-cases', facts({ a: 'done', b: 'under-way', c: 'reflected' }), 2, 3],
    ['reflections', facts({ a: 'done', b: 'reflected' }), 1, 3],
    ['plan', NO_FACTS, 0, 1],
    ['plan', facts({}, { isPlanned: true }), 1, 1],
  ])('%s where %o: %d of %d', (requirement, known, done, of) => {
    const { requirements } = progressOf(aCoursePlan(), known)
    expect(requirements.find((one) => one.requirement === requirement)).toEqual({
      requirement,
      done,
      of,
      isMet: done === of,
    })
  })

  test('a course that asks for the lens at the end alone takes one answer', () => {
    const course = aCoursePlan({ completion: ['lens-after'] })
    expect(progressOf(course, facts(ALL_REFLECTED, { lensAnswers: { before: 0, after: 1 } })).isComplete).toBe(true)
  })
})

describe('what comes next', () => {
  const both = { lensAnswers: { before: 1, after: 1 } }

  test.each<[string, CourseFacts, CourseStep | null]>([
    ['nothing has happened', NO_FACTS, { kind: 'lens', when: 'before' }],
    ['the lens is answered', facts({}, ANSWERED), { kind: 'case', slug: 'a', isUnderWay: false }],
    ['a case is under way', facts({ b: 'under-way' }, ANSWERED), { kind: 'case', slug: 'b', isUnderWay: true }],
    ['questions are open', facts({ a: 'done' }, ANSWERED), { kind: 'reflections', slug: 'a' }],
    ['they are answered', facts({ a: 'reflected' }, ANSWERED), { kind: 'case', slug: 'b', isUnderWay: false }],
    ['all is played', facts(ALL_REFLECTED, ANSWERED), { kind: 'lens', when: 'after' }],
    ['the lens is answered again', facts(ALL_REFLECTED, both), { kind: 'plan' }],
    ['the plan is written', facts(ALL_REFLECTED, { ...both, isPlanned: true }), { kind: 'certificate' }],
  ])('where %s', (_, known, next) => {
    expect(progressOf(aCoursePlan(), known).next).toEqual(next)
  })

  test('a case that is not to be had is passed over, and nothing is next where the others wait for it', () => {
    const free = aCoursePlan({ order: 'free', completion: ['all-cases'] })
    expect(progressOf(free, NO_FACTS, new Set(['a'])).next).toMatchObject({ slug: 'b' })
    expect(progressOf(aCoursePlan({ completion: ['all-cases'] }), NO_FACTS, new Set(['a'])).next).toBeNull()
  })

  test('what comes at the end waits for a case that is not to be had, unless nothing asks for that case', () => {
    const known = facts({ a: 'reflected', b: 'reflected' }, ANSWERED)
    expect(progressOf(aCoursePlan(), known, new Set(['c'])).next).toBeNull()
    expect(progressOf(aCoursePlan({ completion: ['plan'] }), known, new Set(['c'])).next).toEqual({ kind: 'plan' })
  })
})

const anyCourse = anyCoursePlan().chain((course) => anyFacts(course).map((known) => ({ course, known })))

describe('in any course, whatever has happened', () => {
  test('it is complete exactly where every requirement is met, each counted in full', () => {
    fc.assert(
      fc.property(anyCourse, ({ course, known }) => {
        const { requirements, isComplete, next } = progressOf(course, known)
        expect(requirements.map(({ requirement }) => requirement)).toEqual(course.completion)
        for (const { isMet, done, of } of requirements) expect(isMet).toBe(done === of)
        expect(isComplete).toBe(requirements.every(({ isMet }) => isMet))
        expect(next?.kind === 'certificate').toBe(isComplete)
      }),
    )
  })

  test('a sequential order never opens a case before all earlier ones are done', () => {
    fc.assert(
      fc.property(anyCourse, ({ course, known }) => {
        fc.pre(course.order === 'sequential')
        const cases = progressOf(course, known).modules.flatMap((module) => module.cases)
        for (const [place, { status }] of cases.entries()) {
          if (status !== 'open') continue
          for (const earlier of cases.slice(0, place)) expect(earlier.status).toBe('done')
        }
      }),
    )
  })

  test('a case is locked exactly where it waits for some that are not done, and so is what its module needs', () => {
    fc.assert(
      fc.property(anyCourse, ({ course, known }) => {
        const { modules } = progressOf(course, known)
        const done = new Set(
          modules.flatMap(({ cases }) => cases.filter(({ status }) => status === 'done')).map(({ slug }) => slug),
        )
        for (const [module, { cases }] of modules.entries()) {
          for (const { status, waitsFor } of cases) {
            expect(status === 'locked').toBe(waitsFor.length > 0)
            for (const slug of waitsFor) expect(done).not.toContain(slug)
            if (status === 'open') for (const slug of course.modules[module]?.needs ?? []) expect(done).toContain(slug)
          }
        }
      }),
    )
  })

  test('as long as it is not complete there is something to do, and it is something that is owed', () => {
    fc.assert(
      fc.property(anyCourse, ({ course, known }) => {
        const { next, isComplete } = progressOf(course, known)
        if (isComplete) return
        expect(next).not.toBeNull()
        if (next?.kind === 'case') expect(known.cases.get(next.slug)).toBe(next.isUnderWay ? 'under-way' : undefined)
        if (next?.kind === 'reflections') expect(known.cases.get(next.slug)).toBe('done')
        if (next?.kind === 'plan') expect(known.isPlanned).toBe(false)
      }),
    )
  })

  test('nothing that is played further takes anything away', () => {
    fc.assert(
      fc.property(anyCourse, fc.nat(), ({ course, known }, which) => {
        const slugs = slugsOf(course)
        const slug = slugs[which % slugs.length] ?? ''
        const further = { ...known, cases: new Map(known.cases).set(slug, 'reflected') }
        const [before, after] = [progressOf(course, known), progressOf(course, further)]
        for (const [place, { done }] of after.requirements.entries())
          expect(done).toBeGreaterThanOrEqual(before.requirements[place]?.done ?? 0)
      }),
    )
  })
})
