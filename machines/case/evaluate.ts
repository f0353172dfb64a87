import type { Case, Variable } from './case.ts'
import type { Expression } from './expression.ts'

/**
 * The numbers that a state is made of, in order: the variables, then one 0 or 1 for each fact (`visited`, `chose`) that some
 * condition or effect reads. Facts that nothing reads are left out, so that states which play alike are one state.
 */
export type Slots = {
  variables: ReadonlyArray<Variable>
  /** From a variable's name or a fact's key to its place among the values. */
  indexes: ReadonlyMap<string, number>
  size: number
}

/** Booleans are 0 and 1. */
export type Evaluate = (values: ReadonlyArray<number>) => number

export function visitedKey(scene: string): string {
  return `visited ${scene}`
}

export function choseKey(decision: string, choice: string): string {
  return `chose ${decision} ${choice}`
}

/** Pure. The slots of a case; their order depends on its text alone. */
export function slotsOf(source: Case): Slots {
  const indexes = new Map(source.variables.map((variable, index) => [variable.name, index]))
  for (const expression of expressionsOf(source)) {
    for (const key of factsOf(expression)) if (!indexes.has(key)) indexes.set(key, indexes.size)
  }
  return { variables: source.variables, indexes, size: indexes.size }
}

/** Every condition and effect of a case that play depends on; what `Show` reads counts too, since a state decides it. */
function* expressionsOf(source: Case): Generator<Expression> {
  for (const { prose, exit } of source.scenes) {
    yield* shownIn(prose)
    if (exit.kind === 'next') for (const way of exit.ways) if (way.if) yield way.if
    if (exit.kind === 'ending') yield* shownIn(exit.prose)
    if (exit.kind !== 'decision') continue
    yield* shownIn(exit.question)
    for (const choice of exit.choices) {
      if (choice.if) yield choice.if
      for (const effect of choice.set) yield effect.value
      yield* shownIn(choice.outcome)
    }
  }
}

function* shownIn(prose: Case['scenes'][number]['prose']): Generator<Expression> {
  for (const block of prose) {
    if (block.kind !== 'show') continue
    yield block.if
    yield* shownIn(block.prose)
  }
}

function* factsOf(expression: Expression): Generator<string> {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
      return
    case 'visited':
      yield visitedKey(expression.scene)
      return
    case 'chose':
      yield choseKey(expression.decision, expression.choice)
      return
    case 'not':
    case 'minus':
      yield* factsOf(expression.operand)
      return
    case 'if':
      yield* factsOf(expression.test)
      yield* factsOf(expression.consequent)
      yield* factsOf(expression.alternate)
      return
    default:
      yield* factsOf(expression.left)
      yield* factsOf(expression.right)
  }
}

/** Pure. An expression as a function of a state's values; made once, called for every state. */
export function compileExpression(expression: Expression, slots: Slots): Evaluate {
  switch (expression.kind) {
    case 'literal': {
      const value = Number(expression.value)
      return () => value
    }
    case 'variable':
      return reading(slots, expression.name)
    case 'visited':
      return reading(slots, visitedKey(expression.scene))
    case 'chose':
      return reading(slots, choseKey(expression.decision, expression.choice))
    case 'not': {
      const operand = compileExpression(expression.operand, slots)
      return (values) => (operand(values) === 0 ? 1 : 0)
    }
    case 'minus': {
      const operand = compileExpression(expression.operand, slots)
      return (values) => 0 - operand(values)
    }
    case 'if': {
      const test = compileExpression(expression.test, slots)
      const consequent = compileExpression(expression.consequent, slots)
      const alternate = compileExpression(expression.alternate, slots)
      return (values) => (test(values) === 0 ? alternate(values) : consequent(values))
    }
    default: {
      const left = compileExpression(expression.left, slots)
      const right = compileExpression(expression.right, slots)
      return combining(expression.kind, left, right)
    }
  }
}

function reading(slots: Slots, key: string): Evaluate {
  const index = slots.indexes.get(key)
  if (index === undefined) throw new Error(`Expected a name that the case declares, found "${key}"`)
  return (values) => values[index] ?? 0
}

type Binary = Extract<Expression, { left: Expression }>['kind']

function combining(kind: Binary, left: Evaluate, right: Evaluate): Evaluate {
  switch (kind) {
    case 'and':
      return (values) => (left(values) === 0 ? 0 : right(values))
    case 'or':
      return (values) => (left(values) === 0 ? right(values) : 1)
    case 'eq':
      return (values) => (left(values) === right(values) ? 1 : 0)
    case 'ne':
      return (values) => (left(values) === right(values) ? 0 : 1)
    case 'lt':
      return (values) => (left(values) < right(values) ? 1 : 0)
    case 'le':
      return (values) => (left(values) <= right(values) ? 1 : 0)
    case 'gt':
      return (values) => (left(values) > right(values) ? 1 : 0)
    case 'ge':
      return (values) => (left(values) >= right(values) ? 1 : 0)
    case 'add':
      return (values) => bounded(left(values) + right(values))
    case 'subtract':
      return (values) => bounded(left(values) - right(values))
    case 'multiply':
      return (values) => bounded(left(values) * right(values))
  }
}

/** A long enough product would be infinite, and the difference of two such no number at all. */
function bounded(value: number): number {
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value))
}
