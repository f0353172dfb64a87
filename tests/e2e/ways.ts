import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Case, Scene } from '../../machines/case/case.ts'
import { explore } from '../../machines/case/graph/explore.ts'
import type { StateGraph } from '../../machines/case/graph/explore.ts'
import { integerAt, rowOf } from '../../machines/case/graph/numbers.ts'
import { shortestWayTo } from '../../machines/case/graph/way.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { stepperOf } from '../../machines/case/step.ts'
import { playerOf } from '../../machines/play/replay.ts'
import type { Standing } from '../../machines/play/replay.ts'

/**
 * What a learner passes on a way through a case, as the pure core foretells it. Titles are those of the page's first heading;
 * `visit` is the place of the scene among all that were entered, routers too.
 */
export type Stop =
  | { kind: 'beat'; visit: number; title: string }
  | DecisionStop
  | { kind: 'outcome'; visit: number; title: string }
  | { kind: 'ending'; visit: number; title: string; questions: number }

export type DecisionStop = {
  kind: 'decision'
  visit: number
  title: string
  scene: string
  choice: string
  worst: string | null
}

/** The case of this slug, read from its real file. */
export function readCase(slug: string, content = 'content'): Case {
  const { case: source, problems } = parseCase(
    readFileSync(path.join(content, 'cases', slug, 'index.mdx'), 'utf8'),
    null,
  )
  if (source === null) throw new Error(`Expected a case, found ${JSON.stringify(problems)}`)
  return source
}

/**
 * Pure. For every ending of a case the choices of a shortest way to the state in which a search finds it first, or to the one in
 * which it finds it last: two ways that differ in most decisions.
 */
export function waysToEndings(
  source: Case,
  found: 'first' | 'last',
): Array<{ ending: string; choices: Array<string> }> {
  const graph = explore(stepperOf(source))
  if (graph.kind === 'too-large')
    throw new Error(`Expected a case that can be explored, found over ${graph.limit} states`)
  const states = new Map<string, number>()
  for (let state = 0; state < graph.size; state += 1) {
    const { exit } = graph.sceneAt(state)
    if (exit.kind === 'ending' && (found === 'last' || !states.has(exit.id))) states.set(exit.id, state)
  }
  return [...states].map(([ending, state]) => ({ ending, choices: choicesTo(graph, state) }))
}

function choicesTo(graph: StateGraph, state: number): Array<string> {
  return shortestWayTo(graph, state).flatMap((edge) => {
    const { exit } = graph.sceneAt(rowOf(graph.offsets, edge))
    const choice = exit.kind === 'decision' ? exit.choices[integerAt(graph.choices, edge)] : undefined
    return choice ? [choice.id] : []
  })
}

/** Pure. Everything that is shown on the way of these choices, from the first page after the brief to the last one. */
export function stopsOf(source: Case, choices: ReadonlyArray<string>): Array<Stop> {
  const player = playerOf(source)
  let standing = player.start
  const stops: Array<Stop> = beatsFrom(source, standing, 0)
  for (const choice of choices) {
    const { at, state, visits } = standing
    const next = player.choose(standing, choice)
    if (at.kind !== 'decision' || next === null)
      throw new Error(`Expected "${choice}" to be possible in "${at.scene.id}"`)
    const offered = player.stepper.offered(state)
    const worst = at.decision.asksWorst && offered.length > 2 ? offered.findLast(({ id }) => id !== choice) : undefined
    const title = titleOf(at.scene)
    const visit = visits.length - 1
    stops.push({ kind: 'decision', visit, title, scene: at.scene.id, choice, worst: worst?.id ?? null })
    if (offered.some(({ id, outcome }) => id === choice && outcome.length > 0))
      stops.push({ kind: 'outcome', visit, title })
    stops.push(...beatsFrom(source, next, visits.length))
    standing = next
  }
  const { at, visits } = standing
  if (at.kind === 'decision') return stops
  const own = at.scene.prose.length === 0 ? at.ending.title : null
  const questions = at.ending.reflections.length
  return [...stops, { kind: 'ending', visit: visits.length - 1, title: own ?? titleOf(at.scene), questions }]
}

/** Pure. A way in three parts: the beats that open it, its first decision, and all that follows. */
export function openingOf(stops: ReadonlyArray<Stop>): {
  opening: Array<Stop>
  decision: DecisionStop
  rest: Array<Stop>
} {
  const first = stops.findIndex(({ kind }) => kind === 'decision')
  const decision = stops[first]
  if (decision?.kind !== 'decision') throw new Error('Expected a way with a decision')
  return { opening: stops.slice(0, first), decision, rest: stops.slice(first + 1) }
}

/** The beats that were passed since the visit of this number. */
function beatsFrom(source: Case, { visits }: Standing, first: number): Array<Stop> {
  return visits.flatMap(({ state }, visit): Array<Stop> => {
    if (visit < first) return []
    const scene = source.scenes.find(({ id }) => id === state.scene)
    const isBeat = scene !== undefined && scene.exit.kind === 'next' && scene.prose.length > 0
    return isBeat ? [{ kind: 'beat', visit, title: titleOf(scene) }] : []
  })
}

function titleOf({ title, exit }: Scene): string {
  return title ?? (exit.kind === 'ending' ? exit.title : null) ?? 'Untitled scene'
}
