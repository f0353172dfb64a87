import fc from 'fast-check'
import type { Case, Choice, Decision, Exit, Rating, Scene, Variable } from '../case.ts'
import type { Expression } from '../expression.ts'

const PLACE = { line: 1, column: 1 }

/** A case of the given scenes, the first of which is the start; its texts say nothing. */
export function caseOf(scenes: Array<Scene>, variables: Array<Variable> = []): Case {
  return {
    title: 'A case',
    summary: 'A case.',
    role: 'Lead',
    level: 'middle',
    setting: 'Here',
    minutes: 10,
    people: [],
    claims: [],
    variables,
    start: scenes[0]?.id ?? '',
    authors: [],
    licence: null,
    language: 'en',
    scenes,
  }
}

export function boolean(name: string): Variable {
  return { kind: 'boolean', name, start: false, label: null, place: PLACE }
}

export function integer(name: string, min: number, max: number, start: number = min): Variable {
  return { kind: 'integer', name, start, min, max, label: null, place: PLACE }
}

export function scene(id: string, exit: Exit): Scene {
  return { id, title: null, when: null, prose: [], exit, place: PLACE }
}

export function ending(id: string): Scene {
  return scene(id, { kind: 'ending', id, outcome: 'mixed', title: null, prose: [], reflections: [], place: PLACE })
}

/** A scene that leads on: to the first whose condition holds, the last without one. */
export function next(id: string, ...ways: Array<string | [goto: string, condition: Expression]>): Scene {
  return scene(id, {
    kind: 'next',
    ways: ways.map((way) =>
      typeof way === 'string' ? { goto: way, if: null, place: PLACE } : { goto: way[0], if: way[1], place: PLACE },
    ),
  })
}

export type ChoiceParts = Partial<Pick<Choice, 'if' | 'set' | 'execution' | 'influence'>>

/** A scene with a decision of the same id; its choices are named after the letters. Without ratings it is unscored. */
export function decision(id: string, ...choices: Array<[goto: string, parts?: ChoiceParts]>): Scene {
  const rates = (dimension: 'execution' | 'influence') =>
    choices.some(([, parts]) => typeof parts?.[dimension] === 'number')
  const exit: Decision = {
    kind: 'decision',
    id,
    execution: rates('execution') ? 'delegation' : null,
    influence: rates('influence') ? 'trust' : null,
    limit: null,
    asksWorst: true,
    question: [],
    choices: choices.map(([goto, parts], index) => ({
      id: 'abcde'.charAt(index),
      goto,
      execution: null,
      influence: null,
      if: null,
      set: [],
      text: [],
      because: null,
      outcome: [],
      place: PLACE,
      ...parts,
    })),
    place: PLACE,
  }
  return scene(id, exit)
}

export const variable = (name: string): Expression => ({ kind: 'variable', name })
export const literal = (value: number | boolean): Expression => ({ kind: 'literal', value })
export const not = (operand: Expression): Expression => ({ kind: 'not', operand })
export const less = (name: string, than: number): Expression => ({
  kind: 'lt',
  left: variable(name),
  right: literal(than),
})
export const add = (name: string, amount: number): { name: string; value: Expression } => ({
  name,
  value: { kind: 'add', left: variable(name), right: literal(amount) },
})

/** Cases of two to six scenes with a boolean, a number from 0 to 2, conditions on them and on what was visited and chosen. */
export function smallCase(): fc.Arbitrary<Case> {
  return fc.integer({ min: 2, max: 6 }).chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `s${index}`)
    return fc
      .tuple(...ids.map((id, index) => smallScene(id, ids, ids.slice(index + 1))))
      .map((scenes) => caseOf(scenes, [boolean('flag'), integer('count', 0, 2)]))
  })
}

/** Scenes lead to later ones more often than not, so that cases without a loop come up as well. */
function smallScene(id: string, ids: Array<string>, later: Array<string>): fc.Arbitrary<Scene> {
  if (later.length === 0) return fc.constant(ending(id))
  const goto = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...later) },
    { weight: 1, arbitrary: fc.constantFrom(...ids) },
  )
  const condition = smallCondition(ids)
  const choice = fc.tuple(
    goto,
    fc.record({
      if: fc.option(condition, { freq: 2 }),
      set: fc.constantFrom<Choice['set']>(
        [],
        [],
        [add('count', 1)],
        [add('count', -1)],
        [{ name: 'flag', value: not(variable('flag')) }],
        [{ name: 'flag', value: literal(true) }],
      ),
      execution: fc.constantFrom<Rating>(0, 1, 2, 3, 4),
      influence: fc.constantFrom<Rating>(0, 1, 2, 3, 4),
    }),
  )
  const scored = fc.array(choice, { minLength: 2, maxLength: 3 })
  const unscored = scored.map((choices) =>
    choices.map(([to, parts]): [string, ChoiceParts] => [to, { ...parts, execution: null, influence: null }]),
  )
  const ways = fc.tuple(fc.array(fc.tuple(goto, condition), { maxLength: 2 }), goto)
  return fc.oneof(
    { weight: 4, arbitrary: scored.map((choices) => decision(id, ...choices)) },
    { weight: 2, arbitrary: unscored.map((choices) => decision(id, ...choices)) },
    { weight: 3, arbitrary: ways.map(([conditional, last]) => next(id, ...conditional, last)) },
    { weight: 1, arbitrary: fc.constant(ending(id)) },
  )
}

function smallCondition(ids: Array<string>): fc.Arbitrary<Expression> {
  return fc.oneof(
    fc.constantFrom(variable('flag'), not(variable('flag')), less('count', 1), less('count', 2), literal(false)),
    fc.constantFrom(...ids).map((id): Expression => ({ kind: 'visited', scene: id })),
    fc.constantFrom(...ids).map((id): Expression => not({ kind: 'visited', scene: id })),
    fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom('a', 'b'))
      .map(([id, choice]): Expression => ({ kind: 'chose', decision: id, choice })),
  )
}
