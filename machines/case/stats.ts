import type { Case } from './case.ts'
import type { CaseFacts } from './case-facts.ts'
import { countPaths } from './graph/count-paths.ts'
import type { TooLarge } from './graph/explore.ts'
import type { Range } from './graph/scored-decisions.ts'
import { decisionsOf } from './quality.ts'
import { WORDS_PER_MINUTE, wordsOf } from './reading.ts'

/** The fewest and the most on a complete path: both null where there is none, `max` null where a loop makes it endless. */
type Bounds = { min: number | null; max: number | null }

/** The figures of a case. Where it has too many states to be explored, what only they could tell is null. */
export type Stats = {
  scenes: number
  decisions: number
  choices: number
  endings: number
  /** How many states can be reached. */
  states: number | null
  /** How many complete sequences of choices there are: decimal digits, or `infinite`. */
  paths: string | null
  decisionsPerPath: Bounds
  words: number
  /** Null where a loop makes it endless, or no path is complete. */
  minutesLongestPath: number | null
  information: { execution: Bounds; influence: Bounds }
  /** Ids of scenes and of endings. With too many states: those found before the search was given up. */
  reachable: { scenes: Array<string>; endings: Array<string> }
}

/** Pure. */
export function statsOf(facts: CaseFacts): Stats {
  const { case: source, graph, paths, information } = facts
  const words = facts.longestReading?.value ?? Infinity
  const reached = new Set(graph.scenes)
  return {
    ...countsOf(source),
    states: graph.size,
    paths: countPaths(paths).toString(),
    decisionsPerPath: boundsOf(facts.scoredDecisions),
    minutesLongestPath: words === Infinity ? null : words / WORDS_PER_MINUTE,
    information: { execution: boundsOf(information.execution), influence: boundsOf(information.influence) },
    reachable: reachableIn(source, new Set(source.scenes.filter((_, index) => reached.has(index)).map(({ id }) => id))),
  }
}

/** Pure. The figures of a case whose states are too many. */
export function statsWithoutGraph(source: Case, { scenes }: TooLarge): Stats {
  const unknown = { min: null, max: null }
  return {
    ...countsOf(source),
    states: null,
    paths: null,
    decisionsPerPath: unknown,
    minutesLongestPath: null,
    information: { execution: unknown, influence: unknown },
    reachable: reachableIn(source, scenes),
  }
}

function countsOf(source: Case): Pick<Stats, 'scenes' | 'decisions' | 'choices' | 'endings' | 'words'> {
  const decisions = decisionsOf(source.scenes)
  return {
    scenes: source.scenes.length,
    decisions: decisions.length,
    choices: decisions.reduce((sum, { choices }) => sum + choices.length, 0),
    endings: source.scenes.filter(({ exit }) => exit.kind === 'ending').length,
    words: wordsOf(source),
  }
}

function reachableIn({ scenes }: Case, reached: ReadonlySet<string>): Stats['reachable'] {
  const found = scenes.filter(({ id }) => reached.has(id))
  return {
    scenes: found.map(({ id }) => id),
    endings: found.flatMap(({ exit }) => (exit.kind === 'ending' ? [exit.id] : [])),
  }
}

function boundsOf(range: Range | null): Bounds {
  if (!range) return { min: null, max: null }
  return { min: range.least.value, max: range.most.value === Infinity ? null : range.most.value }
}
