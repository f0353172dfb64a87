import type { Case, Choice, Scene } from './case.ts'
import { choseKey, compileExpression, slotsOf, visitedKey } from './evaluate.ts'
import type { Evaluate, Slots } from './evaluate.ts'

/** Where a play of a case stands: a scene and the values of its slots. Two equal states play on alike. */
export type State = { readonly scene: string; readonly values: ReadonlyArray<number> }

/**
 * The one meaning of a case. Machine, replay, checks and players all ask this object, and it alone knows how a choice turns
 * one state into the next.
 */
export type Stepper = {
  case: Case
  slots: Slots
  start: State
  scene: (id: string) => Scene
  /** What can be chosen here, in the order of the file; empty in a beat, a router or an ending. */
  offered: (state: State) => ReadonlyArray<Choice>
  /**
   * The state after a choice, or with null the state after a beat or a router. Null where that is not possible: the choice
   * is unknown or not offered, or the scene has another kind of exit.
   */
  step: (state: State, choice: string | null) => State | null
  /** Whether a condition of this case holds. */
  holds: (condition: NonNullable<Choice['if']>, state: State) => boolean
}

/**
 * Pure. Compiles the conditions and effects of a case once. The case must have passed the parser: a target that does not
 * exist throws.
 */
export function stepperOf(source: Case): Stepper {
  const slots = slotsOf(source)
  const compile = (expression: NonNullable<Choice['if']>) => compileExpression(expression, slots)
  const conditions = new Map<NonNullable<Choice['if']>, Evaluate>()
  const scenes = new Map(source.scenes.map((scene) => [scene.id, compileScene(scene, slots)]))

  function find(id: string): CompiledScene {
    const found = scenes.get(id)
    if (!found) throw new Error(`Expected a scene of "${source.title}", found "${id}"`)
    return found
  }

  function enter(id: string, values: Array<number>): State {
    const { entered } = find(id)
    if (entered !== null) values[entered] = 1
    return { scene: id, values }
  }

  function offered(state: State): Array<Choice> {
    return find(state.scene)
      .choices.filter(({ condition }) => condition === null || condition(state.values) !== 0)
      .map(({ choice }) => choice)
  }

  function step(state: State, choice: string | null): State | null {
    const { choices, ways } = find(state.scene)
    if (choice === null) {
      const way = ways.find(({ condition }) => condition === null || condition(state.values) !== 0)
      return way ? enter(way.goto, [...state.values]) : null
    }
    const taken = choices.find((candidate) => candidate.choice.id === choice)
    if (!taken || (taken.condition !== null && taken.condition(state.values) === 0)) return null
    const values = [...state.values]
    for (const effect of taken.effects) values[effect.index] = effect.value(state.values)
    if (taken.made !== null) values[taken.made] = 1
    return enter(taken.choice.goto, values)
  }

  function holds(condition: NonNullable<Choice['if']>, state: State): boolean {
    let evaluate = conditions.get(condition)
    if (!evaluate) conditions.set(condition, (evaluate = compile(condition)))
    return evaluate(state.values) !== 0
  }

  const initial = Array.from({ length: slots.size }, () => 0)
  for (const [index, variable] of slots.variables.entries()) initial[index] = Number(variable.start)
  return {
    case: source,
    slots,
    start: enter(source.start, initial),
    scene: (id) => find(id).scene,
    offered,
    step,
    holds,
  }
}

type CompiledScene = {
  scene: Scene
  /** The slot of `visited` for this scene, if anything reads it. */
  entered: number | null
  choices: Array<CompiledChoice>
  ways: Array<{ goto: string; condition: Evaluate | null }>
}

type CompiledChoice = {
  choice: Choice
  condition: Evaluate | null
  effects: Array<{ index: number; value: Evaluate }>
  /** The slot of `chose` for this choice, if anything reads it. */
  made: number | null
}

function compileScene(scene: Scene, slots: Slots): CompiledScene {
  const { exit } = scene
  const choices = exit.kind === 'decision' ? exit.choices.map((choice) => compileChoice(exit.id, choice, slots)) : []
  const ways =
    exit.kind === 'next'
      ? exit.ways.map((way) => ({ goto: way.goto, condition: way.if && compileExpression(way.if, slots) }))
      : []
  return { scene, entered: slots.indexes.get(visitedKey(scene.id)) ?? null, choices, ways }
}

function compileChoice(decision: string, choice: Choice, slots: Slots): CompiledChoice {
  return {
    choice,
    condition: choice.if && compileExpression(choice.if, slots),
    effects: choice.set.flatMap(({ name, value }) => {
      const index = slots.indexes.get(name)
      return index === undefined ? [] : [{ index, value: clamped(compileExpression(value, slots), slots, index) }]
    }),
    made: slots.indexes.get(choseKey(decision, choice.id)) ?? null,
  }
}

/** An integer that is set outside its bounds stops at them. */
function clamped(value: Evaluate, slots: Slots, index: number): Evaluate {
  const variable = slots.variables[index]
  if (variable?.kind !== 'integer') return value
  const { min, max } = variable
  return (values) => Math.min(max, Math.max(min, value(values)))
}
