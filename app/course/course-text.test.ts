import { expect, test } from 'vitest'
import { aCoursePlan } from '../../tests/fixtures/course-makers.ts'
import { NO_FACTS } from '../../machines/course/happen.ts'
import { progressOf } from '../../machines/course/progress.ts'
import type { CaseStanding, CourseFacts, CourseStep } from '../../machines/course/progress.ts'
import { durationText } from './course-view.ts'
import { missingText } from './requirement-text.ts'
import { stepView } from './step-text.ts'

function missing(cases: Record<string, CaseStanding>, parts: Partial<CourseFacts> = {}): Array<string> {
  const facts = { ...NO_FACTS, cases: new Map(Object.entries(cases)), ...parts }
  const course = aCoursePlan()
  return missingText(course, facts, progressOf(course, facts), (slug) => slug.toUpperCase())
}

test('what is missing is told in a sentence each, with the cases by their titles', () => {
  expect(missing({ a: 'reflected', b: 'done' })).toEqual([
    'Answer the role lens.',
    'Answer the role lens again once every case is played.',
    'Play to an ending: “C”.',
    'Answer the questions, each in 30 words or more, after: “B” and “C”.',
    'Write the one-page plan.',
  ])
  const done = { a: 'reflected', b: 'reflected', c: 'reflected' } as const
  expect(missing(done, { lensAnswers: { before: 1, after: 0 }, isPlanned: true })).toEqual([
    'Answer the role lens again, now that every case is played.',
  ])
  expect(missing(done, { lensAnswers: { before: 1, after: 1 }, isPlanned: true })).toEqual([])
})

test.each([
  [160, '2 hours 40 minutes'],
  [60, '1 hour'],
  [61, '1 hour 1 minute'],
  [20, '20 minutes'],
  [0, '0 minutes'],
])('%d minutes are told as %s', (minutes, text) => {
  expect(durationText(minutes)).toBe(text)
})

const one = { slug: 'a', number: 1, title: 'A', minutes: 20, summary: 'It begins.', underWay: null, ended: null }
const course = {
  slug: 'first',
  lensItems: 10,
  cases: [one, { ...one, slug: 'b', number: 2, underWay: { id: 'x1', decided: 4 }, ended: 'x2' }],
}

test.each<[CourseStep, string, string]>([
  [{ kind: 'lens', when: 'before' }, '/role?course=first', 'Answer the role lens'],
  [{ kind: 'lens', when: 'after' }, '/role?course=first', 'Answer the role lens again'],
  [{ kind: 'case', slug: 'a', isUnderWay: false }, '/cases/a', 'Open the case'],
  [{ kind: 'case', slug: 'b', isUnderWay: true }, '/attempts/x1', 'Go on after decision 4'],
  [{ kind: 'reflections', slug: 'b' }, '/attempts/x2?reflect=again', 'Answer the questions'],
  [{ kind: 'plan' }, '/courses/first/plan', 'Write the plan'],
  [{ kind: 'certificate' }, '/courses/first/certificate', 'Get the certificate'],
])('the step %o leads to %s by “%s”', (step, to, label) => {
  expect(stepView(step, course)).toMatchObject({ to, label })
})
