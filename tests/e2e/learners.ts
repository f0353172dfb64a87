import { readdirSync } from 'node:fs'
import type { BrowserContext } from '@playwright/test'
import type { Choice, Decision } from '../../machines/case/case.ts'
import { qualityOf } from '../../machines/case/quality.ts'
import { playerOf } from '../../machines/play/replay.ts'
import type { TestServer } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'
import type { Visitor } from '../setup/visitor.ts'
import { readCase } from './ways.ts'

/** The shipped cases, in the order of their slugs. */
export const SLUGS = readdirSync('content/cases').sort()

type Picks = { best: Choice; confidence: 'guess' | 'fairly' | 'certain' }

/** How a learner picks the best option of decision number `seq` (from 0); the worst is always the lowest rated of the others. */
export type Habit = (offered: ReadonlyArray<Choice>, decision: Decision, seq: number) => Picks

/** Does what is best for the work; certain of every third decision, guessing at every third. */
export const worksFirst: Habit = (offered, _, seq) => ({
  best: highest(offered, ({ execution, influence }) => (execution ?? influence ?? 0) * 10 - (influence ?? 0)),
  confidence: LEVELS[seq % LEVELS.length] ?? 'fairly',
})

const LEVELS = ['certain', 'guess', 'fairly'] as const
const READ_MS = 90_000

/** Long enough for a course. */
export const REFLECTION =
  'The Friday rota. I read it out before anyone had seen it, and nobody said a word. Next time I show it to Ola first and ask what I have missed, before it is printed.'

/** Plays cases one after the other as a new guest who takes the time to read; each comes to its debrief. */
export async function aLearner(server: TestServer, slugs: ReadonlyArray<string>, habit: Habit): Promise<Visitor> {
  const visitor = aVisitor(server.url)
  for (const slug of slugs) await playThrough(visitor, server, slug, habit)
  return visitor
}

/** Plays a case to its debrief, or only its first decisions; gives the attempt's address. */
export async function playThrough(
  visitor: Visitor,
  server: TestServer,
  slug: string,
  habit: Habit,
  most = Infinity,
): Promise<string> {
  const attempt = await startCase(visitor, slug)
  const player = playerOf(readCase(slug))
  let standing = player.start
  for (let seq = 0; standing.at.kind === 'decision' && seq < most; seq += 1) {
    const { decision } = standing.at
    const offered = player.stepper.offered(standing.state)
    const { best, confidence } = habit(offered, decision, seq)
    const others = offered.filter(({ id }) => id !== best.id)
    const worst = decision.asksWorst && offered.length > 2 ? highest(others, (choice) => -qualityOf(choice)).id : null
    await visitor.get(attempt)
    await server.advance(READ_MS)
    const form = { intent: 'decide', seq: String(seq), best: best.id, confidence, ...(worst === null ? {} : { worst }) }
    const { status, location } = await visitor.post(attempt, form)
    const next = player.choose(standing, best.id)
    if (status !== 303 || next === null)
      throw new Error(`Expected decision ${seq} of ${slug} to be taken, found ${status} ${location}`)
    standing = next
  }
  if (standing.at.kind !== 'ending') return attempt
  const answers = standing.at.ending.reflections.map((_, place) => [`answer-${place}`, REFLECTION])
  if (answers.length > 0) await visitor.post(attempt, { intent: 'reflect', ...Object.fromEntries(answers) })
  return attempt
}

const COURSE = '/courses/run-it-lead-it'
const DAY_MS = 86_400_000

export async function answerLens(visitor: Visitor, answer = '4'): Promise<void> {
  const answers = Array.from({ length: 10 }, (_, item) => [`item-${item}`, answer])
  await visitor.post('/role?course=run-it-lead-it', Object.fromEntries(answers))
}

/** Somebody who has done everything that the shipped course asks for. */
export async function aGraduate(server: TestServer): Promise<Visitor> {
  const visitor = aVisitor(server.url)
  await answerLens(visitor)
  for (const slug of SLUGS) await playThrough(visitor, server, slug, worksFirst)
  await answerLens(visitor, '3')
  const steps = ['trust', 'delegation'].flatMap((competency, place) => [
    [`competency-${place}`, competency],
    [`decision-${place}`, 'Who leads the rota on Fridays'],
    [`decideOn-${place}`, day(server, 5)],
    [`witness-${place}`, 'Ola'],
  ])
  await visitor.post(`${COURSE}/plan`, { ...Object.fromEntries(steps), lookBackOn: day(server, 21) })
  return visitor
}

/** A day from today on, as the server's clock has it: a test before this one may have moved it. */
export function day(server: TestServer, days: number): string {
  return new Date(server.now().getTime() + days * DAY_MS).toISOString().slice(0, 10)
}

/** Lets a browser go on as a learner who has played so far without one. */
export async function signIn(context: BrowserContext, server: TestServer, visitor: Visitor): Promise<void> {
  const [name = '', value = ''] = visitor.cookie().split(/=(.*)/)
  await context.addCookies([{ name, value, url: server.url }])
}

function highest(choices: ReadonlyArray<Choice>, worth: (choice: Choice) => number): Choice {
  const [best] = [...choices].sort((one, other) => worth(other) - worth(one))
  if (!best) throw new Error('Expected an option')
  return best
}
