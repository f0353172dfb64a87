import { z } from 'zod'
import type { LookBackView } from '../components/home-views.ts'
import { earliestDay, latestDay } from '../data/commitment-days.ts'
import { moveCommitment, RESULTS, saveLookBack } from '../data/commitments.server.ts'
import type { KeptCommitment } from '../data/commitments.server.ts'
import type { Services } from '../http/context.ts'
import { lookBackProblems } from './commitment-problems.ts'

const formSchema = z.strictObject({
  intent: z.literal('look-back'),
  result: z.enum(RESULTS).optional(),
  happened: z.string().max(20_000).default(''),
  anotherDay: z.string().max(40).default(''),
})

/** The question what became of a commitment, with what was answered before. */
export function lookBackView({ result, happened }: KeptCommitment, now: Date): LookBackView {
  return {
    result,
    happened: happened ?? '',
    anotherDay: '',
    earliest: earliestDay(now),
    latest: latestDay(now),
    problems: {},
  }
}

type LookedBack = { kind: 'kept' | 'moved' } | { kind: 'problems'; lookBack: LookBackView }

/** Keeps what became of a commitment, or gives it another day where it did not happen and the learner names one. */
export async function lookBack(
  { learnerId, commitment }: { learnerId: string; commitment: KeptCommitment },
  form: FormData,
  { db, clock }: Services,
): Promise<LookedBack> {
  const fields = formSchema.safeParse(Object.fromEntries(form.entries())).data
  if (!fields) throw new Response(null, { status: 400 })
  const now = clock.now()
  const given = { result: fields.result, happened: fields.happened.trim(), anotherDay: fields.anotherDay.trim() }
  const { result } = given
  const problems = lookBackProblems(given, now)
  if (result === undefined || Object.keys(problems).length > 0) {
    const view = { ...lookBackView(commitment, now), ...given, result: result ?? null, problems }
    return { kind: 'problems', lookBack: view }
  }
  const owner = { attemptId: commitment.attemptId, learnerId }
  const happened = given.happened === '' ? null : given.happened
  if (result === 'not' && given.anotherDay !== '') {
    await db.write((tx) => moveCommitment(tx, owner, { dueOn: given.anotherDay, happened }))
    return { kind: 'moved' }
  }
  await db.write((tx) => saveLookBack(tx, owner, { result, happened }, now))
  return { kind: 'kept' }
}
