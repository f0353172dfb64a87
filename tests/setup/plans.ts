import { decisionForm, readDecision, startCase } from './visitor.ts'
import type { Visitor } from './visitor.ts'

const DAY_MS = 86_400_000

/** Plays the shortest case to its debrief; gives the attempt's address. */
export async function finishCase(visitor: Visitor, slug = 'the-2240-trailer'): Promise<string> {
  const attempt = await startCase(visitor, slug)
  for (let decision = await readDecision(visitor, attempt); decision; decision = await readDecision(visitor, attempt))
    await visitor.post(attempt, decisionForm(decision))
  const { text } = await visitor.get(attempt)
  const questions = [...text.matchAll(/<textarea[^>]*name="(answer-\d)"/g)].flatMap(([, name]) => name ?? [])
  const answers = Object.fromEntries(questions.map((name) => [name, 'The rota.']))
  await visitor.post(attempt, { intent: 'reflect', ...answers })
  return attempt
}

export type Plan = { when: string; will: string; witness: string; dueOn: string }

export function aPlan(change: Partial<Plan> = {}): Plan {
  return { when: 'the belt stops before ten', will: 'ask the lane first', witness: '', dueOn: '', ...change }
}

/** Plays a case and keeps a plan in its debrief; gives the attempt's address. */
export async function keepPlan(visitor: Visitor, plan: Plan): Promise<string> {
  const attempt = await finishCase(visitor)
  const { status } = await visitor.post(`${attempt}/debrief`, { intent: 'commit', ...plan })
  if (status !== 303) throw new Error(`Expected the plan to be kept, found ${status}`)
  return attempt
}

/** The address of the commitment of an attempt. */
export function commitmentOf(attempt: string): string {
  return `/commitments/${attempt.split('/').at(-1)}`
}

/** The UTC day this many days from what the server's clock says. `aheadMs` is how far that was moved. */
export function dayAfter(days: number, aheadMs = 0): string {
  return new Date(Date.now() + aheadMs + days * DAY_MS).toISOString().slice(0, 10)
}
