import { z } from 'zod'
import type { DecisionDraft, DecisionProblems } from '../components/decision-form.tsx'

const ID = z.string().max(64)

const LONGEST_REASON = 140

const formSchema = z.strictObject({
  intent: z.literal('decide'),
  seq: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number),
  best: ID.optional(),
  worst: ID.optional(),
  confidence: z.enum(['guess', 'fairly', 'certain']).optional(),
  // What a learner typed is never thrown away by the schema: a text that is too long comes back to be cut.
  reason: z.string().max(20_000).default(''),
  timedOut: z.literal('1').optional(),
})

export type DecisionFields = z.infer<typeof formSchema>

/** The fields of a form that no page of ours can have sent are null: unknown ones, repeated ones, malformed ones. */
export function readDecisionForm(form: FormData): DecisionFields | null {
  const entries = [...form.entries()]
  if (new Set(entries.map(([name]) => name)).size < entries.length) return null
  return formSchema.safeParse(Object.fromEntries(entries)).data ?? null
}

/** Pure. What a learner has to put right before a decision can be taken; empty where nothing. */
export function problemsOf(
  fields: DecisionFields,
  offered: ReadonlyArray<string>,
  asksWorst: boolean,
): DecisionProblems {
  const problems: DecisionProblems = {}
  const { best, worst, reason } = fields
  if (best === undefined) problems.best = 'Mark the one you would do.'
  else if (!offered.includes(best)) problems.best = 'That option is not open here. Mark one of these.'
  if (asksWorst && worst === undefined) problems.worst = 'Mark the one that would do most harm.'
  else if (asksWorst && worst !== undefined && !offered.includes(worst))
    problems.worst = 'That option is not open here. Mark one of these.'
  else if (asksWorst && best !== undefined && best === worst)
    problems.worst = 'You marked one option as both. Choose another for one of the two.'
  if (reason.trim().length > LONGEST_REASON)
    problems.reason = `Keep it to ${LONGEST_REASON} characters; this is ${reason.trim().length}.`
  return problems
}

/** Pure. What goes back into the form, so that nothing has to be marked or typed again. */
export function draftOf({ best, worst, confidence, reason }: DecisionFields): DecisionDraft {
  return { best: best ?? null, worst: worst ?? null, confidence: confidence ?? null, reason }
}
