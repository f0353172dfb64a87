import { expect, test } from 'vitest'
import { readCohort } from './cohort-form.ts'

const FIELDS = { name: 'Autumn leads', course: 'run-it', startsOn: '2026-11-01', endsOn: '2026-12-01' }

test('a complete form is read, with empty days as none', () => {
  expect(readCohort(FIELDS, ['run-it'])).toEqual({ cohort: FIELDS })
  expect(readCohort({ ...FIELDS, name: '  Autumn\n leads\u202e ', startsOn: '', endsOn: ' ' }, ['run-it'])).toEqual({
    cohort: { name: 'Autumn leads', course: 'run-it', startsOn: null, endsOn: null },
  })
})

test.each([
  [{ name: ' ' }, { name: 'Give it a name that its learners will recognise.' }],
  [{ name: 'x'.repeat(81) }, { name: 'Keep it to 80 characters; this is 81.' }],
  [{ course: 'another' }, { course: 'Choose one of the courses.' }],
  [{ startsOn: '2026-02-30' }, { startsOn: 'Pick a day, or leave it empty.' }],
  [{ endsOn: 'soon' }, { endsOn: 'Pick a day, or leave it empty.' }],
  [{ endsOn: '2026-10-31' }, { endsOn: 'The last day lies before the first. Change one of them.' }],
  [
    { name: '', course: '', startsOn: 'x' },
    {
      name: 'Give it a name that its learners will recognise.',
      course: 'Choose one of the courses.',
      startsOn: 'Pick a day, or leave it empty.',
    },
  ],
])('%j has the problems %j', (change, problems) => {
  expect(readCohort({ ...FIELDS, ...change }, ['run-it'])).toEqual({ problems })
})
