import type { CommitmentPageView, CommitmentText } from '../components/home-views.ts'
import { isDue } from '../data/commitment-days.ts'
import { findOwnCommitment } from '../data/commitments.server.ts'
import type { KeptCommitment } from '../data/commitments.server.ts'
import type { Services } from '../http/context.ts'
import { commitmentView } from './commit.server.ts'
import { lookBackView } from './look-back.server.ts'

/** The commitment of this attempt if it is the asking learner's; whatever else is asked for does not exist for them. */
export async function requireCommitment(
  request: Request,
  attemptId: string,
  { sessions, db }: Services,
): Promise<{ learnerId: string; commitment: KeptCommitment }> {
  const learnerId = await sessions.learnerOf(request)
  const commitment = learnerId === null ? null : await findOwnCommitment(db.read, { attemptId, learnerId })
  if (learnerId === null || commitment === null) throw new Response(null, { status: 404 })
  return { learnerId, commitment }
}

/** All that can be done with one commitment. */
export function showCommitment(commitment: KeptCommitment, { clock }: Services): CommitmentPageView {
  const now = clock.now()
  return {
    ...commitmentText(commitment, now),
    lookBack: lookBackView(commitment, now),
    change: { ...commitmentView(commitment, now), saved: false },
  }
}

/** Pure. A commitment as it is read. */
export function commitmentText(commitment: KeptCommitment, now: Date): CommitmentText {
  const { attemptId, when, will, witness, dueOn, result, happened } = commitment
  return { attempt: attemptId, when, will, witness, dueOn, result, happened, isDue: isDue(commitment, now) }
}
