import { redirect } from '@remix-run/node'
import { attemptStage } from '../../machines/play/attempt-machine.ts'
import { addressWith } from '../components/address.ts'
import type { BriefView, PlayPage } from '../components/views.ts'
import { hasEarlier, openScene } from '../data/attempts.server.ts'
import { listReflections } from '../data/reflections.server.ts'
import type { Services } from '../http/context.ts'
import type { Played } from './attempt.server.ts'
import { caseBrief } from './case-card.ts'
import { noticeText } from './notices.ts'
import { beatPage, decisionPage, earlierPage, endingPage, onwardFrom, outcomePage } from './play-page.ts'
import type { After, Run } from './play-page.ts'
import { reflectionWordsFor } from './reflection-words.server.ts'
import { secondsLeft } from './time-limit.ts'

export type Shown =
  { kind: 'brief'; brief: BriefView; begin: string; isReplay: boolean } | { kind: 'play'; page: PlayPage }

/** The mark of an attempt whose opening is being read: no decision is open yet. */
const OPENING = -1

/** What an address of an attempt shows. An address that the log has not reached leads to where the attempt stands. */
export async function showAttempt(played: Played, address: URLSearchParams, services: Services): Promise<Shown> {
  const isOpening = address.get('after') === 'start' && !address.has('visit')
  if (isOpening) return showOpening(played, wholeNumber(address.get('beat') ?? '0'), services)
  const passed = showPassed(played, address)
  if (passed) return passed
  const shown = await showCurrent(played, noticeText(address.get('notice')), services)
  return address.get('reflect') === 'again' ? reflectingAgain(shown) : shown
}

/** What lies behind where a run stands: a scene read again, an outcome, a beat. Null where the address asks for none of them. */
export function showPassed(played: Run, address: URLSearchParams): Extract<Shown, { kind: 'play' }> | null {
  const visit = address.get('visit')
  if (visit !== null) return shownOr(played, earlierPage(played, wholeNumber(visit) ?? -1))
  const after = address.get('after')
  return after === null ? null : showAfter(played, wholeNumber(after), address.get('beat'))
}

/** Reading the opening begins the attempt. */
async function showOpening(played: Played, beat: number | null, services: Services): Promise<Shown> {
  await open(played, OPENING, services)
  const page = beat === null ? null : beatPage(played, 'start', beat)
  if (page) return { kind: 'play', page }
  throw redirect(`/attempts/${played.attempt.id}`)
}

function showAfter(played: Run, after: After | null, beat: string | null): Extract<Shown, { kind: 'play' }> {
  if (after === null || (typeof after === 'number' && after >= played.attempt.decisions.length))
    return shownOr(played, null)
  if (beat !== null) return shownOr(played, beatPage(played, after, wholeNumber(beat) ?? -1))
  const page = after === 'start' ? null : outcomePage(played, after)
  if (page) return { kind: 'play', page }
  throw redirect(onwardFrom(played, after, 0).to)
}

async function showCurrent(played: Played, notice: string | null, services: Services): Promise<Shown> {
  const { attempt, standing, loaded } = played
  const stage = attemptStage({
    begun: attempt.openSeq !== null || attempt.decisions.length > 0,
    ended: standing.at.kind === 'ending',
    reflected: false,
  })
  if (stage === 'brief') {
    const brief = caseBrief(attempt.slug, loaded)
    const isReplay = await hasEarlier(services.db.read, { ...attempt, learnerId: played.learnerId })
    return { kind: 'brief', brief, begin: `/attempts/${attempt.id}?after=start`, isReplay }
  }
  if (stage === 'playing') {
    await open(played, attempt.decisions.length, services)
    return { kind: 'play', page: decisionPage(played, secondsLeft(played, services.clock.now()), notice) }
  }
  const answers = await listReflections(services.db.read, attempt.id)
  const given = new Map(answers.map(({ question, answer }) => [question, answer]))
  const page = endingPage(played, given, new Map(), notice)
  return { kind: 'play', page: { ...page, wordsAsked: await reflectionWordsFor(attempt.slug, services) } }
}

/** Answers that were given can be gone over again: a course may ask for more than the debrief does. */
function reflectingAgain(shown: Shown): Shown {
  if (shown.kind !== 'play' || shown.page.kind !== 'ending') return shown
  return { kind: 'play', page: { ...shown.page, reflected: false } }
}

/** Starts the reading clock of a scene that is requested for the first time. */
async function open({ attempt }: Played, seq: number, { db, clock }: Services): Promise<void> {
  if (attempt.openSeq !== null && attempt.openSeq >= seq) return
  await db.write((tx) => openScene(tx, attempt.id, seq, clock.now()))
}

function shownOr(played: Run, page: PlayPage | null): Extract<Shown, { kind: 'play' }> {
  if (page) return { kind: 'play', page }
  throw redirect(addressWith(played.address, 'notice=gone'))
}

function wholeNumber(text: string): number | null {
  return /^\d{1,5}$/.test(text) ? Number(text) : null
}
