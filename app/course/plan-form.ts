import { z } from 'zod'
import { COMPETENCIES } from '../../machines/case/case.ts'
import { dayText } from '../components/day-text.ts'
import type { PlanFields, PlanStepFields } from '../components/plan-views.ts'

const LIMITS = { decision: 300, witness: 100 }
const DECIDE_WITHIN_DAYS = 14
const LOOK_BACK_WITHIN_DAYS = 90
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What was typed is never thrown away by the schema: a text that is too long comes back to be cut. */
const typed = z.string().max(20_000)
const formSchema = z.strictObject({
  'competency-0': typed,
  'decision-0': typed,
  'decideOn-0': typed,
  'witness-0': typed,
  'competency-1': typed,
  'decision-1': typed,
  'decideOn-1': typed,
  'witness-1': typed,
  lookBackOn: typed,
})

/** Days as YYYY-MM-DD between which the dates of a plan may lie. */
export type PlanDays = { earliest: string; latestDecision: string; latestLookBack: string }

/** Pure. What is today somewhere on earth is not in the past, and the fourteenth day is counted from where it is latest. */
export function planDays(now: Date): PlanDays {
  const ahead = (hours: number, days: number) =>
    new Date(now.getTime() + hours * HOUR_MS + days * DAY_MS).toISOString().slice(0, 10)
  return {
    earliest: ahead(-12, 0),
    latestDecision: ahead(14, DECIDE_WITHIN_DAYS),
    latestLookBack: ahead(14, LOOK_BACK_WITHIN_DAYS),
  }
}

/** Pure. What was typed, without white space around it; null for a form that no page of ours can have sent. */
export function readPlanForm(form: FormData): PlanFields | null {
  const fields = formSchema.safeParse(Object.fromEntries(form.entries())).data
  if (!fields) return null
  const step = (place: 0 | 1): PlanStepFields => ({
    competency: fields[`competency-${place}`].trim(),
    decision: fields[`decision-${place}`].trim(),
    decideOn: fields[`decideOn-${place}`].trim(),
    witness: fields[`witness-${place}`].trim(),
  })
  return { steps: [step(0), step(1)], lookBackOn: fields.lookBackOn.trim() }
}

/** Pure. What has to be put right, by the name of the field; empty for a plan that can be kept. */
export function planProblems({ steps, lookBackOn }: PlanFields, days: PlanDays): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const [place, step] of steps.entries()) {
    const earlier = steps.slice(0, place).map(({ competency }) => competency)
    for (const [name, problem] of Object.entries(stepProblems(step, earlier, days)))
      if (problem !== null) problems[`${name}-${place}`] = problem
  }
  const last = steps
    .map(({ decideOn }) => decideOn)
    .sort()
    .at(-1)
  const found = lookBackProblem(lookBackOn, last ?? '', days)
  if (found !== null) problems['lookBackOn'] = found
  return problems
}

function stepProblems(
  { competency, decision, decideOn, witness }: PlanStepFields,
  earlier: ReadonlyArray<string>,
  days: PlanDays,
): Record<keyof PlanStepFields, string | null> {
  return {
    competency: competencyProblem(competency, earlier),
    decision: textProblem(decision, LIMITS.decision, 'Name the decision: what you will decide, and with whom.'),
    decideOn: decideOnProblem(decideOn, days),
    witness: textProblem(witness, LIMITS.witness, 'Name someone who will notice.'),
  }
}

function competencyProblem(competency: string, earlier: ReadonlyArray<string>): string | null {
  if (!COMPETENCIES.some((id) => id === competency)) return 'Choose one from the list.'
  return earlier.includes(competency) ? 'The first decision is about this one. Choose another.' : null
}

function textProblem(text: string, most: number, missing: string): string | null {
  if (text === '') return missing
  return text.length > most ? `Keep it to ${most} characters; this is ${text.length}.` : null
}

function decideOnProblem(day: string, { earliest, latestDecision }: PlanDays): string | null {
  if (!isDay(day)) return 'Give a day.'
  if (day < earliest) return 'That day has passed. Choose one within the next fourteen days.'
  if (day > latestDecision) return `That is more than fourteen days away. Choose one until ${dayText(latestDecision)}.`
  return null
}

function lookBackProblem(day: string, last: string, { earliest, latestLookBack }: PlanDays): string | null {
  if (!isDay(day)) return 'Give a day.'
  if (day < earliest) return 'That day has passed. Choose one to look back on.'
  if (isDay(last) && day < last) return `Look back when both are decided: on ${dayText(last)} or later.`
  return day > latestLookBack ? `Choose a day within three months: until ${dayText(latestLookBack)}.` : null
}

function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success
}

/** Pure. A form without anything in it but days: a week and two weeks on to decide, three to look back. */
export function emptyPlan(now: Date): PlanFields {
  const day = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
  const step = (days: number): PlanStepFields => ({ competency: '', decision: '', decideOn: day(days), witness: '' })
  return { steps: [step(7), step(14)], lookBackOn: day(21) }
}
