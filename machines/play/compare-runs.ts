import { at } from '../case/graph/numbers.ts'
import type { Stepper } from '../case/step.ts'
import type { Standing, Visit } from './replay.ts'

/** Scenes that two runs saw at about the same time, as places among the visits of each; null where one of them saw none. */
export type Pair = { first: number | null; second: number | null }

export type Comparison = {
  /** The place, among the visits of both, of the decision where they first chose differently; null where they never did. */
  parting: number | null
  /** All that either run saw from the parting on, each in its order; empty where they never part. */
  pairs: Array<Pair>
  /** The first pair after the parting in which both see the same scene; null where there is none. */
  meeting: { first: number; second: number } | null
}

/**
 * Pure. Sets two runs of the same case side by side from where they part. Scenes that both saw stand in one pair, as many as can
 * without changing the order of either run (a longest common subsequence); what lies between is paired as it comes. Routers,
 * which nobody sees, are left out. Takes time and memory in proportion to the product of the two lengths.
 */
export function compareRuns(stepper: Stepper, first: Standing, second: Standing): Comparison {
  const parting = partingOf(first.visits, second.visits)
  if (parting === null) return { parting, pairs: [], meeting: null }
  const seen = { first: seenAfter(stepper, first.visits, parting), second: seenAfter(stepper, second.visits, parting) }
  const common = commonScenes(seen.first, seen.second)
  return {
    parting,
    pairs: [{ first: parting, second: parting }, ...align(seen.first, seen.second, common)],
    meeting: common[0] ?? null,
  }
}

/**
 * Pure. The place where two runs first chose differently. Up to there both saw the same scenes in the same states, since the same
 * choices lead to the same place.
 */
export function partingOf(first: ReadonlyArray<Visit>, second: ReadonlyArray<Visit>): number | null {
  for (const [place, { choice }] of first.entries()) {
    const other = second[place]?.choice ?? null
    if (choice !== other) return choice === null || other === null ? null : place
  }
  return null
}

type Seen = { visit: number; scene: string }

function seenAfter(stepper: Stepper, visits: ReadonlyArray<Visit>, parting: number): Array<Seen> {
  return visits.flatMap(({ state: { scene } }, visit) => {
    const { exit, prose } = stepper.scene(scene)
    const isRouter = exit.kind === 'next' && prose.length === 0
    return visit > parting && !isRouter ? [{ visit, scene }] : []
  })
}

type Met = { first: number; second: number }

/** The pairs of a longest common subsequence, in order. */
function commonScenes(first: ReadonlyArray<Seen>, second: ReadonlyArray<Seen>): Array<Met> {
  const common = commonLengths(first, second)
  const met: Array<Met> = []
  let [i, j] = [0, 0]
  while (common(i, j) > 0) {
    const [one, other] = [at(first, i), at(second, j)]
    if (one.scene === other.scene) {
      met.push({ first: one.visit, second: other.visit })
      i += 1
      j += 1
    } else if (common(i + 1, j) >= common(i, j + 1)) i += 1
    else j += 1
  }
  return met
}

/** How many scenes are in common, in order, from places i and j on. */
function commonLengths(first: ReadonlyArray<Seen>, second: ReadonlyArray<Seen>): (i: number, j: number) => number {
  const width = second.length + 1
  const lengths = new Uint32Array((first.length + 1) * width)
  const length = (i: number, j: number) => at(lengths, i * width + j)
  for (let i = first.length - 1; i >= 0; i -= 1) {
    for (let j = second.length - 1; j >= 0; j -= 1) {
      const isSame = first[i]?.scene === second[j]?.scene
      lengths[i * width + j] = isSame ? 1 + length(i + 1, j + 1) : Math.max(length(i + 1, j), length(i, j + 1))
    }
  }
  return length
}

function align(first: ReadonlyArray<Seen>, second: ReadonlyArray<Seen>, common: ReadonlyArray<Met>): Array<Pair> {
  const left = { first: first.map(({ visit }) => visit), second: second.map(({ visit }) => visit) }
  const paired = common.flatMap((met) => [
    ...between(takeUntil(left.first, met.first), takeUntil(left.second, met.second)),
    met,
  ])
  return [...paired, ...between(left.first, left.second)]
}

/** Takes the visits before this one, and this one with them, off the front; gives those before it. */
function takeUntil(visits: Array<number>, visit: number): Array<number> {
  return visits.splice(0, visits.indexOf(visit) + 1).slice(0, -1)
}

function between(first: ReadonlyArray<number>, second: ReadonlyArray<number>): Array<Pair> {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, place) => ({
    first: first[place] ?? null,
    second: second[place] ?? null,
  }))
}
