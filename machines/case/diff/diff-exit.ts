import type { Case, Ending, Exit, Scene } from '../case.ts'
import { expressionText } from '../expression-text.ts'
import { decisionsOf } from '../quality.ts'
import { changed, whole } from './change.ts'
import type { Both, Change } from './change.ts'
import { diffDecision } from './diff-decision.ts'
import { pairedTexts } from './match.ts'
import { contentOf, reworded } from './text-change.ts'

/** The ids of the decisions that a version has. */
export type DecisionIds = { before: ReadonlySet<string>; after: ReadonlySet<string> }

/** Pure. The ids of the decisions of two versions. */
export function decisionIds(before: Case, after: Case): DecisionIds {
  const idsOf = ({ scenes }: Case) => new Set(decisionsOf(scenes).map(({ id }) => id))
  return { before: idsOf(before), after: idsOf(after) }
}

/** Pure. What differs between the exits of a scene. A decision that only stands in another scene now is no matter of its exit. */
export function diffExit(both: Both, before: Scene, after: Scene, ids: DecisionIds): Array<Change> {
  const [earlier, later] = [before.exit, after.exit]
  if (earlier.kind === 'decision' && later.kind === 'decision' && earlier.id === later.id) {
    return diffDecision(earlier, later)
  }
  if (earlier.kind === 'next' && later.kind === 'next') return diffWays(both, earlier, later)
  if (earlier.kind === 'ending' && later.kind === 'ending') return diffEnding(earlier, later)
  return replacedExit(both, earlier, later, ids)
}

function replacedExit(both: Both, before: Exit, after: Exit, ids: DecisionIds): Array<Change> {
  const changes: Array<Change> = []
  const isRemoved = before.kind === 'decision' && !ids.after.has(before.id)
  const isAdded = after.kind === 'decision' && !ids.before.has(after.id)
  // What took its place, or what it took the place of, is told with it.
  const texts = {
    before: isAdded && isRemoved ? null : exitText(before),
    after: isAdded && isRemoved ? null : exitText(after),
  }
  if (isRemoved) changes.push({ ...whole({ kind: 'decision', id: before.id }, 'removed', before.place), ...texts })
  if (isAdded) changes.push({ ...whole({ kind: 'decision', id: after.id }, 'added', after.place), ...texts })
  const isSwap = before.kind === 'decision' && after.kind === 'decision'
  return changes.length > 0 || isSwap ? changes : changed(both, 'exit', exitText(before), exitText(after))
}

function diffWays(both: Both, before: Extract<Exit, { kind: 'next' }>, after: typeof before): Array<Change> {
  const texts = (exit: typeof before) => exit.ways.map((way) => wayText(way))
  const pairs = pairedTexts(texts(before), texts(after))
  if (pairs === 'reordered') {
    return [{ ...both, change: 'moved', what: 'next', before: exitText(before), after: exitText(after) }]
  }
  return pairs.map((pair) => ({
    ...both,
    change: pair.before === null ? 'added' : pair.after === null ? 'removed' : 'changed',
    what: `next ${pair.place}`,
    before: pair.before,
    after: pair.after,
  }))
}

function diffEnding(before: Ending, after: Ending): Array<Change> {
  const both: Both = {
    subject: { kind: 'ending', id: after.id },
    placeBefore: before.place,
    placeAfter: after.place,
  }
  return [
    ...changed(both, 'id', before.id, after.id),
    ...changed(both, 'outcome', before.outcome, after.outcome),
    ...changed(both, 'title', before.title, after.title),
    ...reworded(both, 'prose', before.prose, after.prose),
    ...diffReflections(both, before, after),
  ]
}

function diffReflections(both: Both, before: Ending, after: Ending): Array<Change> {
  const pairs = pairedTexts(before.reflections.map(contentOf), after.reflections.map(contentOf))
  if (pairs === 'reordered') return [{ ...both, change: 'moved', what: 'reflections', before: null, after: null }]
  return pairs.flatMap(({ place, before: earlier, after: later }) => {
    const find = (ending: Ending, content: string | null) =>
      ending.reflections.find((reflection) => contentOf(reflection) === content) ?? null
    const [change] = reworded(both, `reflection ${place}`, find(before, earlier), find(after, later))
    if (!change) return []
    if (earlier === null) return [{ ...change, change: 'added' as const }]
    return [later === null ? { ...change, change: 'removed' as const } : change]
  })
}

function exitText(exit: Exit): string {
  if (exit.kind === 'next') return `next ${exit.ways.map(wayText).join(', ')}`
  return `${exit.kind} ${exit.id}`
}

function wayText(way: Extract<Exit, { kind: 'next' }>['ways'][number]): string {
  return way.if === null ? way.goto : `${way.goto} if ${expressionText(way.if)}`
}
