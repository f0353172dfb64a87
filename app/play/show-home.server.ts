import { agoText } from '../components/ago-text.ts'
import type { CommitmentCard, EndedCard, HomeView, UnderWayCard } from '../components/home-views.ts'
import { findAttempt, listAttempts } from '../data/attempts.server.ts'
import type { AttemptSummary } from '../data/attempts.server.ts'
import { dayOf } from '../data/commitment-days.ts'
import { listCommitments } from '../data/commitments.server.ts'
import { countReflections } from '../data/reflections.server.ts'
import { findReminderAddress } from '../data/reminder-addresses.server.ts'
import type { Services } from '../http/context.ts'
import { replayAttempt } from './attempt.server.ts'
import { endingOf } from './ending-of.ts'
import { homeHeadline, stoppedText } from './home-text.ts'
import { lookBackView } from './look-back.server.ts'
import { commitmentText } from './show-commitment.server.ts'
import { showProfile } from './show-profile.server.ts'

/** What a learner comes back to. */
export async function showHome(learnerId: string, services: Services): Promise<Omit<HomeView, 'notice' | 'course'>> {
  const { db, mail } = services
  const attempts = await listAttempts(db.read, learnerId)
  const answered = await countReflections(db.read, learnerId)
  const ended = await Promise.all(attempts.map((attempt) => endedCard(attempt, answered, services)))
  const underWay = await underWayCards(attempts, learnerId, services)
  const commitments = await commitmentCards(learnerId, services)
  const due = commitments.filter(({ isDue }) => isDue)
  const { next, stage, headline, dimensions } = await showProfile(learnerId, services)
  const { execution, influence } = dimensions
  const address = await findReminderAddress(db.read, learnerId)
  return {
    headline: homeHeadline({ due: due.length, underWay: underWay.length, isNew: attempts.length === 0 }),
    due,
    coming: commitments.filter(({ isDue, result }) => !isDue && result === null),
    lookedBack: commitments.filter(({ result }) => result !== null).reverse(),
    underWay,
    next,
    profile: { stage, headline, dimensions: { execution: small(execution), influence: small(influence) } },
    ended: ended.filter((card) => card !== null),
    reminders: {
      canSend: mail.post !== null,
      isOn: address !== null && address.confirmedAt !== null && !address.isOff,
    },
  }
}

/** Without the decisions behind it, which the profile has. */
function small({ t, low, high, isClaimed, claim, evidence }: HomeView['profile']['dimensions']['execution']) {
  return { t, low, high, isClaimed, claim, evidence }
}

/** What was begun and has not come to an ending, the one that was decided in last first. */
async function underWayCards(
  attempts: ReadonlyArray<AttemptSummary>,
  learnerId: string,
  services: Services,
): Promise<Array<UnderWayCard>> {
  const open = attempts
    .filter(({ ending }) => ending === null)
    .sort((one, other) => other.lastAt.getTime() - one.lastAt.getTime())
  return Promise.all(
    open.map(async ({ id, lastAt }) => {
      const attempt = await findAttempt(services.db, id, learnerId)
      if (!attempt) throw new Error(`Expected attempt ${id} to be kept`)
      const played = { attempt, ...(await replayAttempt(attempt, services)) }
      const { title, language } = played.loaded.case
      const ago = agoText(lastAt, services.clock.now())
      return { attempt: id, title, language, ...stoppedText(played), ago }
    }),
  )
}

/** An attempt that has come to an ending; null for any other. */
async function endedCard(
  { id, hash, ending, lastAt }: AttemptSummary,
  answered: ReadonlyMap<string, number>,
  { library }: Services,
): Promise<EndedCard | null> {
  const loaded = ending === null ? null : await library.findVersion(hash)
  if (ending === null || !loaded) return null
  const { title, questions } = endingOf(loaded.case, ending)
  return {
    attempt: id,
    title: loaded.case.title,
    language: loaded.case.language,
    ending: title,
    endedOn: dayOf(lastAt),
    questions: (answered.get(id) ?? 0) >= questions ? 0 : questions,
  }
}

async function commitmentCards(learnerId: string, { db, library, clock }: Services): Promise<Array<CommitmentCard>> {
  const now = clock.now()
  const kept = await listCommitments(db.read, learnerId)
  return Promise.all(
    kept.map(async (commitment) => {
      const source = (await library.findVersion(commitment.hash))?.case
      return {
        ...commitmentText(commitment, now),
        title: source?.title ?? commitment.slug,
        language: source?.language ?? 'en',
        lookBack: lookBackView(commitment, now),
      }
    }),
  )
}
