import { z } from 'zod'
import type { CommitmentView } from '../components/views.ts'
import { saveCommitment } from '../data/commitments.server.ts'
import type { Commitment } from '../data/commitments.server.ts'
import type { Services } from '../http/context.ts'
import type { Played } from './attempt.server.ts'

const DAY_MS = 86_400_000
const FURTHEST_DAYS = 365
const USUAL_DAYS = 14

/** What was typed is never thrown away by the schema: a text that is too long comes back to be cut. */
const formSchema = z.strictObject({
  intent: z.literal('commit'),
  when: z.string().max(20_000),
  will: z.string().max(20_000),
  witness: z.string().max(20_000).default(''),
  dueOn: z.string().max(40),
})

const LIMITS = { when: 300, will: 300, witness: 100 } as const

/** The form of the commitment: what was kept, or empty with a date two weeks on. */
export function commitmentView(kept: Commitment | null, now: Date): CommitmentView {
  return {
    when: kept?.when ?? '',
    will: kept?.will ?? '',
    witness: kept?.witness ?? '',
    dueOn: kept?.dueOn ?? dayAfter(now, USUAL_DAYS),
    earliest: dayAfter(now, 0),
    latest: dayAfter(now, FURTHEST_DAYS),
    saved: kept !== null,
    problems: {},
  }
}

/** Keeps what the learner means to do, or says what is missing. */
export async function commit(
  { attempt, learnerId }: Played,
  form: FormData,
  { db, clock }: Services,
): Promise<{ kind: 'kept' } | { kind: 'problems'; commitment: CommitmentView }> {
  const fields = formSchema.safeParse(Object.fromEntries(form.entries())).data
  if (!fields) throw new Response(null, { status: 400 })
  const now = clock.now()
  const given = {
    when: fields.when.trim(),
    will: fields.will.trim(),
    witness: fields.witness.trim(),
    dueOn: fields.dueOn.trim(),
  }
  const view = commitmentView(null, now)
  const problems = problemsOf(given, view)
  if (Object.keys(problems).length > 0) return { kind: 'problems', commitment: { ...view, ...given, problems } }
  const commitment = { ...given, witness: given.witness === '' ? null : given.witness }
  await db.write((tx) => saveCommitment(tx, { attemptId: attempt.id, learnerId }, commitment, now))
  return { kind: 'kept' }
}

function problemsOf(
  given: { when: string; will: string; witness: string; dueOn: string },
  { earliest, latest }: CommitmentView,
): Record<string, string> {
  const problems: Record<string, string> = {}
  if (given.when === '') problems['when'] = 'Name the moment: what happens, and where.'
  if (given.will === '') problems['will'] = 'Say what you will do then.'
  for (const [name, most] of Object.entries(LIMITS)) {
    const length = { when: given.when, will: given.will, witness: given.witness }[name]?.length ?? 0
    if (length > most) problems[name] = `Keep it to ${most} characters; this is ${length}.`
  }
  if (!z.iso.date().safeParse(given.dueOn).success) problems['dueOn'] = 'Give a day.'
  else if (given.dueOn < earliest) problems['dueOn'] = 'That day has passed. Choose one to look back on.'
  else if (given.dueOn > latest) problems['dueOn'] = 'Choose a day within a year.'
  return problems
}

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
}
