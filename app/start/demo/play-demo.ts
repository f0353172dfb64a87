import type { Choice } from '../../../machines/case/case.ts'
import { qualityOf } from '../../../machines/case/quality.ts'
import type { LoadedCase } from '../../cases/library.server.ts'
import { findAttempt, openScene } from '../../data/attempts.server.ts'
import { saveCommitment } from '../../data/commitments.server.ts'
import { saveReflections } from '../../data/reflections.server.ts'
import type { Services } from '../../http/context.ts'
import { replayAttempt } from '../../play/attempt.server.ts'
import type { Played } from '../../play/attempt.server.ts'
import { startAttempt } from '../../play/start-attempt.server.ts'
import { takeDecision } from '../../play/take-decision.server.ts'
import { COMMITMENTS, REASONS, REFLECTION } from './people.ts'

/** A clock that plays weeks in seconds. */
export type DemoClock = { now: () => Date; set: (date: Date) => void }

export type DemoTools = Pick<Services, 'db' | 'library'> & { clock: DemoClock; random: () => number }

export type Player = { learnerId: string; skill: number }

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Plays a case as the pages would, up to `most` decisions; whoever ends it answers its questions, and some commit to something. */
export async function playDemo(
  player: Player,
  { slug, loaded, most }: { slug: string; loaded: LoadedCase; most: number },
  tools: DemoTools,
): Promise<void> {
  const { db, clock, random } = tools
  const { learnerId } = player
  const id = await startAttempt(tools, { learnerId, slug, hash: loaded.hash, limits: false })
  const attempt = await findAttempt(db, id, learnerId)
  if (attempt === null) throw new Error(`Expected attempt ${id} to be there`)
  let played: Played = {
    attempt,
    learnerId,
    ...(await replayAttempt(attempt, tools)),
    address: `/attempts/${id}`,
    whatIfFrom: null,
  }
  for (let seq = 0; seq < most && played.standing.at.kind === 'decision'; seq += 1)
    played = await decideOne(played, seq, player, tools)
  const { at } = played.standing
  if (at.kind !== 'ending') return
  const answers = at.ending.reflections.map((_, question) => ({ question, answer: REFLECTION }))
  await db.write((tx) => saveReflections(tx, id, answers, clock.now()))
  const commitment = COMMITMENTS[Math.floor(random() * COMMITMENTS.length)]
  if (commitment === undefined || random() < 0.4) return
  const dueOn = new Date(clock.now().getTime() + 14 * DAY_MS).toISOString().slice(0, 10)
  const owner = { attemptId: id, learnerId }
  await db.write((tx) => saveCommitment(tx, owner, { ...commitment, witness: null, dueOn }, clock.now()))
}

async function decideOne(played: Played, seq: number, { skill }: Player, tools: DemoTools): Promise<Played> {
  const { db, clock, random } = tools
  const { attempt, loaded, standing } = played
  const openedAt = clock.now()
  await db.write((tx) => openScene(tx, attempt.id, seq, openedAt))
  clock.set(new Date(openedAt.getTime() + (0.8 + 1.4 * random()) * MINUTE_MS))
  const offered = loaded.player.stepper.offered(standing.state)
  const best = drawn(offered, (option) => 6 * skill * qualityOf(option), random)
  const others = offered.filter((option) => option !== best)
  const asksWorst = standing.at.kind === 'decision' && standing.at.decision.asksWorst && offered.length > 2
  const taken = {
    seq,
    choice: best.id,
    worst: asksWorst ? drawn(others, (option) => -4 * skill * qualityOf(option), random).id : null,
    confidence: confidenceFrom(random() + 0.4 * qualityOf(best)),
    reason: random() < 0.35 ? (REASONS[Math.floor(random() * REASONS.length)] ?? null) : null,
    timedOut: false,
  }
  const { result, played: after } = await takeDecision(
    { ...played, attempt: { ...attempt, openSeq: seq, openedAt } },
    taken,
    tools,
  )
  if (result !== 'taken') throw new Error(`Expected decision ${seq} of ${attempt.slug} to be taken, found ${result}`)
  return after
}

function confidenceFrom(value: number): 'guess' | 'fairly' | 'certain' | null {
  if (value < 0.2) return null
  if (value < 0.45) return 'guess'
  return value < 0.95 ? 'fairly' : 'certain'
}

/** One of these, with the odds of a softmax. */
function drawn(options: ReadonlyArray<Choice>, pull: (option: Choice) => number, random: () => number): Choice {
  const odds = options.map((option) => Math.exp(pull(option)))
  let left = random() * odds.reduce((sum, odd) => sum + odd, 0)
  for (const [place, option] of options.entries()) {
    left -= odds[place] ?? 0
    if (left < 0) return option
  }
  const last = options.at(-1)
  if (last === undefined) throw new Error('Expected an option, found none')
  return last
}
