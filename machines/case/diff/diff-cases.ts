import type { Case, Place, Scene, Variable } from '../case.ts'
import { changed } from './change.ts'
import type { Both, Change, Subject } from './change.ts'
import { diffDecision } from './diff-decision.ts'
import { decisionIds, diffExit } from './diff-exit.ts'
import { diffList } from './diff-list.ts'
import { matched } from './match.ts'
import { reworded } from './text-change.ts'

/** Front matter has no place of its own in a case that has been read. */
const START_OF_FILE: Place = { line: 1, column: 1 }

/**
 * Pure. The differences between two versions of a case in the case's own terms, in the order of the later one; empty where they mean
 * the same, wherever in the file it stands. Things are known by their ids: one that has another id is another one. What a scene or
 * a decision holds is not told again where the whole was added or removed.
 */
export function diffCases(before: Case, after: Case): Array<Change> {
  return [...diffDetails(before, after), ...diffVariables(before, after), ...diffScenes(before, after)]
}

function diffDetails(before: Case, after: Case): Array<Change> {
  const both: Both = { subject: { kind: 'case' }, placeBefore: START_OF_FILE, placeAfter: START_OF_FILE }
  const [earlier, later] = [detailsOf(before), detailsOf(after)]
  return later.flatMap(([what, value], place) => changed(both, what, earlier[place]?.[1] ?? null, value))
}

function detailsOf(source: Case): Array<[what: string, value: string | null]> {
  return [
    ['title', source.title],
    ['summary', source.summary],
    ['role', source.role],
    ['level', source.level],
    ['setting', source.setting],
    ['minutes', String(source.minutes)],
    ['people', source.people.map(({ name, role }) => `${name} (${role})`).join('; ')],
    ['claims', source.claims.join(', ')],
    ['start', source.start],
    ['authors', source.authors.join('; ')],
    ['licence', source.licence],
    ['language', source.language],
  ]
}

function diffVariables(before: Case, after: Case): Array<Change> {
  const subjectOf = ({ name }: Variable): Subject => ({ kind: 'variable', id: name })
  return diffList(
    matched(before.variables, after.variables, ({ name }) => name),
    subjectOf,
    (both, earlier, later) => [
      ...changed(both, 'kind', earlier.kind, later.kind),
      ...changed(both, 'start', String(earlier.start), String(later.start)),
      ...changed(both, 'min', boundOf(earlier, 'min'), boundOf(later, 'min')),
      ...changed(both, 'max', boundOf(earlier, 'max'), boundOf(later, 'max')),
      ...changed(both, 'label', earlier.label, later.label),
    ],
  )
}

function boundOf(variable: Variable, bound: 'min' | 'max'): string | null {
  return variable.kind === 'integer' ? String(variable[bound]) : null
}

function diffScenes(before: Case, after: Case): Array<Change> {
  const ids = decisionIds(before, after)
  const subjectOf = ({ id }: Scene): Subject => ({ kind: 'scene', id })
  const scenes = matched(before.scenes, after.scenes, ({ id }) => id)
  return [
    ...diffList(scenes, subjectOf, (both, earlier, later) => [
      ...changed(both, 'title', earlier.title, later.title),
      ...changed(both, 'when', earlier.when, later.when),
      ...reworded(both, 'prose', earlier.prose, later.prose),
      ...diffExit(both, earlier, later, ids),
    ]),
    ...movedDecisions(before, after),
  ]
}

/** Decisions that stand in another scene now, with what else differs in them. */
function movedDecisions(before: Case, after: Case): Array<Change> {
  return after.scenes.flatMap(({ id: scene, exit }) => {
    if (exit.kind !== 'decision') return []
    for (const earlier of before.scenes) {
      if (earlier.exit.kind !== 'decision' || earlier.exit.id !== exit.id || earlier.id === scene) continue
      const both: Both = {
        subject: { kind: 'decision', id: exit.id },
        placeBefore: earlier.exit.place,
        placeAfter: exit.place,
      }
      const move: Change = { ...both, change: 'moved', what: null, before: earlier.id, after: scene }
      return [move, ...diffDecision(earlier.exit, exit)]
    }
    return []
  })
}
