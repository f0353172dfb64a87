import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanFields } from '../components/plan-views.ts'
import { emptyPlan, planDays, planProblems, readPlanForm } from './plan-form.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const DAYS = planDays(NOW)

const GOOD: PlanFields = {
  steps: [
    { competency: 'trust', decision: 'Who leads the rota', decideOn: '2026-11-25', witness: 'Ola' },
    { competency: 'delegation', decision: 'What Ola takes over', decideOn: '2026-12-02', witness: 'Marisol' },
  ],
  lookBackOn: '2026-12-09',
}

function formOf({ steps, lookBackOn }: PlanFields): FormData {
  const form = new FormData()
  for (const [place, step] of steps.entries())
    for (const [name, value] of Object.entries(step)) form.set(`${name}-${place}`, value)
  form.set('lookBackOn', lookBackOn)
  return form
}

test('a plan that is as it should be comes back as it was typed, without white space around it', () => {
  const form = formOf(GOOD)
  form.set('witness-0', '  Ola ')
  expect(readPlanForm(form)).toEqual(GOOD)
  expect(planProblems(GOOD, DAYS)).toEqual({})
})

describe('what is not right is told by its field', () => {
  test.each<[string, string, string]>([
    ['competency-0', '', 'Choose one from the list.'],
    ['competency-1', 'charisma', 'Choose one from the list.'],
    ['competency-1', 'trust', 'The first decision is about this one. Choose another.'],
    ['decision-0', '   ', 'Name the decision: what you will decide, and with whom.'],
    ['decision-1', 'x'.repeat(301), 'Keep it to 300 characters; this is 301.'],
    ['witness-0', '', 'Name someone who will notice.'],
    ['witness-1', 'x'.repeat(101), 'Keep it to 100 characters; this is 101.'],
    ['decideOn-0', '', 'Give a day.'],
    ['decideOn-0', '2026-02-30', 'Give a day.'],
    ['decideOn-0', '2026-11-20', 'That day has passed. Choose one within the next fourteen days.'],
    ['decideOn-1', '2026-12-08', 'That is more than fourteen days away. Choose one until 7 December 2026.'],
    ['lookBackOn', 'soon', 'Give a day.'],
    ['lookBackOn', '2026-11-20', 'That day has passed. Choose one to look back on.'],
    ['lookBackOn', '2026-12-01', 'Look back when both are decided: on 2 December 2026 or later.'],
    ['lookBackOn', '2027-03-01', 'Choose a day within three months: until 21 February 2027.'],
  ])('%s as %j', (field, value, problem) => {
    const form = formOf(GOOD)
    form.set(field, value)
    const fields = readPlanForm(form)
    expect(fields && planProblems(fields, DAYS)).toEqual({ [field]: problem })
  })

  test('texts of just the longest length, and the first and the last day, are fine', () => {
    const form = formOf(GOOD)
    form.set('decision-0', 'x'.repeat(300))
    form.set('witness-0', 'x'.repeat(100))
    form.set('decideOn-0', DAYS.earliest)
    form.set('decideOn-1', DAYS.latestDecision)
    form.set('lookBackOn', DAYS.latestLookBack)
    const fields = readPlanForm(form)
    expect(fields && planProblems(fields, DAYS)).toEqual({})
  })
})

test('a form with a field missing, or one too many, is none of ours', () => {
  const short = formOf(GOOD)
  short.delete('witness-1')
  const long = formOf(GOOD)
  long.set('competency-2', 'trust')
  expect([readPlanForm(short), readPlanForm(long)]).toEqual([null, null])
})

test('what is today anywhere on earth is not in the past, and its fourteenth day is not too far', () => {
  const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(times, fc.integer({ min: -12, max: 14 }), (now, offset) => {
      const local = (days: number) =>
        new Date(now.getTime() + offset * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
      const { earliest, latestDecision } = planDays(now)
      expect(local(0) >= earliest).toBe(true)
      expect(local(14) <= latestDecision).toBe(true)
    }),
  )
})

test('the days of an empty form are days that can be kept', () => {
  const { steps, lookBackOn } = emptyPlan(NOW)
  const filled = steps.map((step, place) => ({ ...step, ...GOOD.steps[place], decideOn: step.decideOn }))
  expect(planProblems({ steps: filled, lookBackOn }, DAYS)).toEqual({})
})
