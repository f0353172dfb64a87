/**
 * A condition or a new value: a small typed tree. Types have been checked when it was read, so evaluating one can't fail.
 * `eq` and `ne` compare two values of one type.
 */
export type Expression =
  | { kind: 'literal'; value: number | boolean }
  | { kind: 'variable'; name: string }
  | { kind: 'visited'; scene: string }
  | { kind: 'chose'; decision: string; choice: string }
  | { kind: 'not' | 'minus'; operand: Expression }
  | { kind: BinaryOperator; left: Expression; right: Expression }
  | { kind: 'if'; test: Expression; consequent: Expression; alternate: Expression }

export type BinaryOperator = 'and' | 'or' | 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'add' | 'subtract' | 'multiply'
