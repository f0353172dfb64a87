import type { State } from '../case/step.ts'
import type { Ability } from './ability.ts'
import type { Answer, FirstAttempt, StudiedCase } from './attempt.ts'
import { answerCounts } from './count-answer.ts'
import { tallyOf } from './tally.ts'
import type { Tally } from './tally.ts'

/** How far an attempt has been counted: what the next of its decisions is counted from. */
export type Walk = {
  /** Where play rests: an open decision or an ending. */
  readonly state: State
  readonly seq: number
  /** The scenes that were left before. What is done in a scene the second time counts no more. */
  readonly left: ReadonlySet<string>
  readonly lastMs: number
  /** Time at the case so far, without pauses. */
  readonly playedMs: number
  readonly hasEnded: boolean
}

/** Keys with what each counts; the same key may come twice. */
type Counts = Array<[key: string, count: number]>

type Refusal = { refused: { seq: number; reason: string } }

/** A gap longer than this between two decisions is a pause, not play. */
const PAUSE_MS = 30 * 60_000

/** A circle of beats longer than this never comes to a decision. */
const MOST_SCENES = 10_000

/** Pure. An attempt before its first decision: the walk, and what its opening scenes count. */
export function startWalk(studied: StudiedCase, startedMs: number): { walk: Walk; counts: Counts } {
  const { state, counts, left } = passOn(studied, studied.stepper.start, new Set())
  return {
    walk: { state, seq: 0, left, lastMs: startedMs, playedMs: 0, hasEnded: hasEnded(studied, state) },
    counts,
  }
}

/**
 * Pure. The walk after one more decision, and what that decision counts. All of an attempt, start included, are its
 * `tallyOfAttempt`; they enter a cohort's only when the attempt has ended. Refused with its place in the log: a
 * decision that could not have been taken.
 */
export function walkOn(
  studied: StudiedCase,
  walk: Walk,
  answer: Answer,
  ability: Ability,
): { walk: Walk; counts: Counts } | Refusal {
  const { stepper } = studied
  const { exit } = stepper.scene(walk.state.scene)
  const offered = stepper.offered(walk.state)
  const next = stepper.step(walk.state, answer.choice)
  if (exit.kind !== 'decision' || exit.id !== answer.node || next === null) {
    const reason = `Expected a choice of "${walk.state.scene}", found "${answer.choice}" of "${answer.node}"`
    return { refused: { seq: walk.seq, reason } }
  }
  const isFirst = !walk.left.has(walk.state.scene)
  const before = new Set([...walk.left, walk.state.scene])
  const { state, counts, left, seen } = passOn(studied, next, before)
  if (isFirst) {
    counts.push([arcKey(walk.state.scene, answer.choice, seen), 1])
    counts.push(...answerCounts(studied, { decision: exit, offered, answer }, ability))
  }
  const gap = Math.max(0, answer.acceptedMs - walk.lastMs)
  const playedMs = walk.playedMs + (gap > PAUSE_MS ? 0 : gap)
  const ended = hasEnded(studied, state)
  if (ended) counts.push(['attempts ended', 1], [`ended ${state.scene}`, 1], [`minutes ${minutesOf(playedMs)}`, 1])
  return {
    walk: { state, seq: walk.seq + 1, left, lastMs: answer.acceptedMs, playedMs, hasEnded: ended },
    counts,
  }
}

/**
 * Pure. What an attempt counts in its cohort's tally of the case version; null while it has not ended. Only ended attempts count:
 * otherwise the numbers at the scenes would tell where those under way have stopped.
 */
export function tallyOfAttempt(studied: StudiedCase, attempt: FirstAttempt): Tally | null | Refusal {
  const start = startWalk(studied, attempt.startedMs)
  const counts = [...start.counts]
  let { walk } = start
  for (const answer of attempt.answers) {
    const next = walkOn(studied, walk, answer, attempt.ability)
    if ('refused' in next) return next
    walk = next.walk
    counts.push(...next.counts)
  }
  return walk.hasEnded ? tallyOf(counts) : null
}

/** The key of a way out of a scene: by a choice, or without one, to the scene seen next. */
export function arcKey(scene: string, choice: string | null, to: string): string {
  return `way ${scene} ${choice ?? '-'} ${to}`
}

type Passed = { state: State; left: ReadonlySet<string>; counts: Counts; seen: string }

/** Passes beats and routers to where play rests; `seen` is the first scene on the way that is seen. Routers are not. */
function passOn({ stepper }: StudiedCase, entered: State, before: ReadonlySet<string>): Passed {
  const left = new Set(before)
  const counts: Counts = []
  let from: string | null = null
  let seen: string | null = null
  let state = entered
  for (let passed = 0; passed < MOST_SCENES; passed += 1) {
    const { id, prose, exit } = stepper.scene(state.scene)
    const isSeen = exit.kind !== 'next' || prose.length > 0 || id === stepper.case.start
    if (isSeen) {
      seen ??= id
      if (from !== null && !left.has(from)) counts.push([arcKey(from, null, id), 1])
      if (from !== null) left.add(from)
      from = id
    }
    const next = stepper.step(state, null)
    if (next === null) return { state, left, counts, seen: seen ?? id }
    state = next
  }
  throw new Error(`Expected a way on from scene "${state.scene}", found none`)
}

function hasEnded({ stepper }: StudiedCase, state: State): boolean {
  return stepper.scene(state.scene).exit.kind === 'ending'
}

function minutesOf(playedMs: number): number {
  return Math.round(playedMs / 60_000)
}
