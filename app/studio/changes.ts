import type { Case, Choice, Decision, Scene } from '../../machines/case/case.ts'
import { expressionText } from '../../machines/case/expression-text.ts'
import type { Expression } from '../../machines/case/expression.ts'

/** Everything but where it stands in the file. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, withoutPlace) === JSON.stringify(other, withoutPlace)
}

function withoutPlace(key: string, value: unknown): unknown {
  return key === 'place' ? undefined : value
}

/**
 * Pure. What one version of a case changed in another, a sentence each in the case's own terms ("Option promise in monday: influence
 * 2 → 1."); empty where nothing changed but the layout of the file. Null where one of them can't be read as a case.
 */
export function changesBetween(before: Case | null, after: Case | null): Array<string> | null {
  if (before === null || after === null) return null
  const { kept, added, removed } = matched(before.scenes, after.scenes)
  return [
    ...detailChanges(before, after),
    ...added.map(({ id }) => `Scene ${id}: added.`),
    ...removed.map(({ id }) => `Scene ${id}: removed.`),
    ...kept.flatMap(([one, other]) => sceneChanges(one, other)),
    ...(same(
      kept.map(([{ id }]) => id),
      after.scenes.map(({ id }) => id).filter((id) => kept.some(([one]) => one.id === id)),
    )
      ? []
      : ['The scenes stand in another order.']),
  ]
}

const DETAILS = {
  title: 'Title',
  summary: 'Summary',
  role: 'Role',
  level: 'Level',
  setting: 'Setting',
  minutes: 'Minutes',
  people: 'People',
  claims: 'What it claims to measure',
  variables: 'Variables',
  start: 'First scene',
  authors: 'Authors',
  licence: 'Licence',
  language: 'Language',
} as const satisfies Partial<Record<keyof Case, string>>

function detailChanges(before: Case, after: Case): Array<string> {
  const keys = Object.keys(DETAILS).filter((key): key is keyof typeof DETAILS => key in DETAILS)
  return keys.flatMap((key) => (same(before[key], after[key]) ? [] : [`${DETAILS[key]}: changed.`]))
}

function sceneChanges(before: Scene, after: Scene): Array<string> {
  const { id } = after
  const said = (what: string) => `Scene ${id}: ${what}.`
  const found: Array<string> = []
  if (!same(before.title, after.title) || !same(before.when, after.when)) found.push(said('title or time changed'))
  if (!same(before.prose, after.prose)) found.push(said('text reworded'))
  if (before.exit.kind === 'decision' && after.exit.kind === 'decision') {
    return [...found, ...decisionChanges(id, before.exit, after.exit)]
  }
  if (before.exit.kind !== after.exit.kind) return [...found, said('leaves in another way')]
  if (before.exit.kind === 'ending' && after.exit.kind === 'ending') {
    const { outcome } = before.exit
    if (outcome !== after.exit.outcome) found.push(said(`ending ${outcome} → ${after.exit.outcome}`))
    if (!same({ ...before.exit, outcome }, { ...after.exit, outcome })) found.push(said('ending reworded'))
    return found
  }
  return same(before.exit, after.exit) ? found : [...found, said('goes on differently')]
}

function decisionChanges(scene: string, before: Decision, after: Decision): Array<string> {
  const found: Array<string> = []
  const said = (what: string) => found.push(`Decision in ${scene}: ${what}.`)
  for (const dimension of ['execution', 'influence'] as const) {
    if (before[dimension] !== after[dimension]) {
      said(`${dimension} ${before[dimension] ?? 'none'} → ${after[dimension] ?? 'none'}`)
    }
  }
  if (before.id !== after.id) said(`id ${before.id} → ${after.id}`)
  if (!same(before.question, after.question)) said('question reworded')
  if (!same(before.limit, after.limit)) said('time limit changed')
  if (before.asksWorst !== after.asksWorst) said(after.asksWorst ? 'asks for the worst option' : 'asks no worst option')
  const { kept, added, removed } = matched(before.choices, after.choices)
  return [
    ...found,
    ...added.map(({ id }) => `Option ${id} in ${scene}: added.`),
    ...removed.map(({ id }) => `Option ${id} in ${scene}: removed.`),
    ...kept.flatMap(([one, other]) => choiceChanges(scene, one, other)),
  ]
}

function choiceChanges(scene: string, before: Choice, after: Choice): Array<string> {
  const changes: Array<string> = []
  for (const dimension of ['execution', 'influence'] as const) {
    if (before[dimension] !== after[dimension]) {
      changes.push(`${dimension} ${before[dimension] ?? 'none'} → ${after[dimension] ?? 'none'}`)
    }
  }
  if (before.goto !== after.goto) changes.push(`leads to ${before.goto} → ${after.goto}`)
  if (!same(before.if, after.if)) changes.push(`offered if ${told(before.if)} → ${told(after.if)}`)
  if (!same(before.set, after.set)) changes.push('effects changed')
  if (!same(before.text, after.text)) changes.push('text reworded')
  if (!same(before.outcome, after.outcome)) changes.push('outcome reworded')
  if (!same(before.because, after.because)) changes.push('reason reworded')
  return changes.map((change) => `Option ${after.id} in ${scene}: ${change}.`)
}

function told(condition: Expression | null): string {
  return condition === null ? 'always' : expressionText(condition)
}

type Matched<T> = { kept: Array<[T, T]>; added: Array<T>; removed: Array<T> }

function matched<T extends { id: string }>(before: ReadonlyArray<T>, after: ReadonlyArray<T>): Matched<T> {
  const later = new Map(after.map((item) => [item.id, item]))
  const earlier = new Set(before.map(({ id }) => id))
  return {
    kept: before.flatMap((item): Array<[T, T]> => {
      const now = later.get(item.id)
      return now ? [[item, now]] : []
    }),
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
  }
}
