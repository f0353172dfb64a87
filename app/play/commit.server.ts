import { z } from 'zod'
import type { CommitmentView } from '../components/views.ts'
import { earliestDay, latestDay, usualDay } from '../data/commitment-days.ts'
import { findCommitment, saveCommitment } from '../data/commitments.server.ts'
import type { Commitment } from '../data/commitments.server.ts'
import type { Services } from '../http/context.ts'
import { commitmentProblems } from './commitment-problems.ts'

/** What was typed is never thrown away by the schema: a text that is too long comes back to be cut. */
const formSchema = z.strictObject({
  intent: z.literal('commit'),
  when: z.string().max(20_000),
  will: z.string().max(20_000),
  witness: z.string().max(20_000).default(''),
  dueOn: z.string().max(40),
})

/** The form of the commitment: what was kept, or empty with a date two weeks on. */
export function commitmentView(kept: Commitment | null, now: Date): CommitmentView {
  const earliest = earliestDay(now)
  return {
    when: kept?.when ?? '',
    will: kept?.will ?? '',
    witness: kept?.witness ?? '',
    dueOn: kept?.dueOn ?? usualDay(now),
    // A day that was kept and has passed may stay.
    earliest: kept !== null && kept.dueOn < earliest ? kept.dueOn : earliest,
    latest: latestDay(now),
    saved: kept !== null,
    problems: {},
  }
}

/** Keeps what the learner means to do, or says what is missing. */
export async function commit(
  owner: { attemptId: string; learnerId: string },
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
  const kept = await findCommitment(db.read, owner.attemptId)
  const problems = commitmentProblems(given, kept?.dueOn ?? null, now)
  if (Object.keys(problems).length > 0) {
    return { kind: 'problems', commitment: { ...commitmentView(kept, now), ...given, saved: false, problems } }
  }
  const commitment = { ...given, witness: given.witness === '' ? null : given.witness }
  await db.write((tx) => saveCommitment(tx, owner, commitment, now))
  return { kind: 'kept' }
}
